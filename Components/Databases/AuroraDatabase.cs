using Pulumi;

namespace Infra.Components.Databases;

/// <summary>The database that a cluster is made with.</summary>
/// <param name="Name">Its name: letters and digits, starting with a letter.</param>
/// <param name="Username">Its user.</param>
/// <param name="Password">The user's password.</param>
public sealed record AuroraDatabase(string Name, Input<string> Username, Input<string> Password);
