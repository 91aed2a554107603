using Pulumi;

namespace Infra.Components.Hebo;

/// <summary>The project in Stack Auth that users sign in with.</summary>
/// <param name="ProjectId">Its id, which is public.</param>
/// <param name="PublishableClientKey">Its publishable client key, which browsers get.</param>
/// <param name="SecretServerKey">Its server key. Null: the stack stores a placeholder, which the operator replaces.</param>
public sealed record HeboStackAuth(string ProjectId, string PublishableClientKey, Input<string>? SecretServerKey);
