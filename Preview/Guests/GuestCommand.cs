namespace Infra.Preview.Guests;

/// <summary>How a program is started.</summary>
/// <param name="FileName">The executable.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="WorkingDirectory">Where it runs: the program's folder.</param>
/// <param name="Description">What messages call it.</param>
internal sealed record GuestCommand(string FileName, IReadOnlyList<string> Arguments, string WorkingDirectory, string Description);
