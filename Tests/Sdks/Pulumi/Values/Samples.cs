using System.Collections.Immutable;
using Pulumi;

namespace Infra.Tests.Sdks.Pulumi.Values;

/// <summary>Types of the kinds that generated bindings contain.</summary>
internal static class Samples
{
    public enum Level
    {
        Low = 1,
        High = 2,
    }

    public enum WideLevel : long
    {
        Low,
    }

    [EnumType]
    public readonly struct Color : IEquatable<Color>
    {
        private readonly string _value;

        private Color(string value) => _value = value;

        public static Color Red { get; } = new("red");

        public static explicit operator string(Color color) => color._value;

        public bool Equals(Color other) => _value == other._value;

        public override bool Equals(object? obj) => obj is Color other && Equals(other);

        public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;
    }

    [EnumType]
    public readonly struct Ratio : IEquatable<Ratio>
    {
        private readonly double _value;

        private Ratio(double value) => _value = value;

        public static Ratio Half { get; } = new(0.5);

        public static explicit operator double(Ratio ratio) => ratio._value;

        public bool Equals(Ratio other) => _value.Equals(other._value);

        public override bool Equals(object? obj) => obj is Ratio other && Equals(other);

        public override int GetHashCode() => _value.GetHashCode();
    }

    [OutputType]
    public sealed class Endpoint
    {
        public readonly string Host;
        public readonly int Port;
        public readonly string? Note;
        public readonly ImmutableArray<Endpoint> Peers;

        [OutputConstructor]
        private Endpoint(string host, int port, string? note, [OutputConstructorParameter("peers")] ImmutableArray<Endpoint> others)
        {
            Host = host;
            Port = port;
            Note = note;
            Peers = others;
        }

        public static Endpoint Create(string host, int port, string? note = null, params Endpoint[] peers)
            => new(host, port, note, [.. peers]);
    }

    [OutputType]
    public sealed class PublicOnly(string name)
    {
        public readonly string Name = name;
    }

    [OutputType]
    public sealed class Ambiguous
    {
        public readonly string Name;

        public Ambiguous(string name) => Name = name;

        public Ambiguous() => Name = "";
    }

    [DiscriminatedUnionDiscriminator("kind")]
    [DiscriminatedUnionCase("circle", typeof(Circle))]
    [DiscriminatedUnionCase("square", typeof(Square))]
    public interface IShape
    {
    }

    [OutputType]
    public sealed class Circle(string kind, double radius) : IShape
    {
        public readonly string Kind = kind;
        public readonly double Radius = radius;
    }

    [OutputType]
    public sealed class Square(string kind, double side) : IShape
    {
        public readonly string Kind = kind;
        public readonly double Side = side;
    }

    public sealed class SubArgs : ResourceArgs
    {
        [Input("value")]
        public Input<string>? Value { get; set; }

        [Input("list")]
        public InputList<string>? List { get; set; }
    }
}
