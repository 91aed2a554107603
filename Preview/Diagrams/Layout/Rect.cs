namespace Infra.Preview.Diagrams.Layout;

/// <summary>A rectangle in pixels.</summary>
internal readonly record struct Rect(int X, int Y, int Width, int Height)
{
    public int Right => X + Width;

    public int Bottom => Y + Height;

    public bool Overlaps(Rect other) => X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;

    public bool Contains(Rect other) => X <= other.X && Y <= other.Y && Right >= other.Right && Bottom >= other.Bottom;

    public Rect Grown(int by) => new(X - by, Y - by, Width + (2 * by), Height + (2 * by));
}
