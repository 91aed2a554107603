namespace Infra.Preview.Diagrams.Building;

/// <summary>Someone or something outside of the stack.</summary>
internal sealed record Outsider(string Id, string Title, string Name)
{
    public static readonly Outsider Clients = new("outside-clients", "Clients on the internet", "");
    public static readonly Outsider Internet = new("outside-internet", "Internet", "");
    public static readonly Outsider Mail = new("outside-mail", "E-mail subscribers", "");

    /// <summary>Whoever has an address in a range.</summary>
    public static Outsider Range(string cidr) =>
        cidr is "0.0.0.0/0" or "::/0" ? Clients : new Outsider($"outside-{new string([.. cidr.Select(character => char.IsAsciiLetterOrDigit(character) ? character : '-')])}", "Addresses", cidr);
}
