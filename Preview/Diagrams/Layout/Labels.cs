namespace Infra.Preview.Diagrams.Layout;

/// <summary>Finds places for the labels of arrows: on their own arrow, clear of nodes, headings and other labels, over as few other arrows as can be.</summary>
internal static class Labels
{
    public const int Size = 10;
    private const int Height = 14;

    // On the arrow, or beside it where its own place is taken.
    private static readonly int[] Asides = [0, -10, 10];

    /// <summary>The place of each label; null for an arrow without one, and where no clear place is left.</summary>
    public static IReadOnlyList<Rect?> Place(IReadOnlyList<(string Label, IReadOnlyList<(int X, int Y)> Points)> arrows, IReadOnlyList<Rect> obstacles)
    {
        var lines = arrows.Select(arrow => Segments(arrow.Points).Select(segment => segment.Area).ToList()).ToList();
        var places = new Rect?[arrows.Count];
        var taken = obstacles.ToList();
        // Those with the least room choose first.
        foreach (var index in Enumerable.Range(0, arrows.Count).Where(index => arrows[index].Label.Length > 0)
            .OrderBy(index => Segments(arrows[index].Points).Sum(segment => segment.Length)).ThenBy(index => index))
        {
            var width = TextSize.Width(arrows[index].Label, Size) + 8;
            Rect? best = null;
            var bestCost = int.MaxValue;
            foreach (var (place, cost) in Candidates(arrows[index].Points, width))
            {
                if (cost < bestCost && !taken.Exists(other => other.Overlaps(place)))
                {
                    var covered = lines.Where((_, other) => other != index).Sum(other => other.Count(line => line.Overlaps(place)));
                    if (cost + (covered * 40) < bestCost)
                    {
                        (best, bestCost) = (place, cost + (covered * 40));
                    }
                }
            }

            if (best is { } chosen)
            {
                places[index] = chosen;
                taken.Add(chosen.Grown(1));
            }
        }

        return places;
    }

    private static IEnumerable<(Rect Place, int Cost)> Candidates(IReadOnlyList<(int X, int Y)> points, int width)
    {
        foreach (var (area, length, horizontal) in Segments(points))
        {
            for (var step = 0; step <= length; step += 6)
            {
                var (x, y) = horizontal ? (area.X + step, area.Y) : (area.X, area.Y + step);
                // On a short or vertical piece the label hides its own arrow.
                var cost = Math.Abs((length / 2) - step) / 4 + (horizontal && length >= width + 12 ? 0 : horizontal ? 30 : 20);
                foreach (var aside in Asides)
                {
                    var (byX, byY) = horizontal ? (0, aside) : (Math.Sign(aside) * ((width / 2) + 4), 0);
                    yield return (new Rect(x - (width / 2) + byX, y - (Height / 2) + byY, width, Height), cost + (Math.Abs(aside) * 8));
                }
            }
        }
    }

    private static IEnumerable<(Rect Area, int Length, bool Horizontal)> Segments(IReadOnlyList<(int X, int Y)> points)
    {
        for (var index = 1; index < points.Count; index++)
        {
            var (a, b) = (points[index - 1], points[index]);
            var area = new Rect(Math.Min(a.X, b.X), Math.Min(a.Y, b.Y), Math.Max(1, Math.Abs(a.X - b.X)), Math.Max(1, Math.Abs(a.Y - b.Y)));
            yield return (area, Math.Max(Math.Abs(a.X - b.X), Math.Abs(a.Y - b.Y)), a.Y == b.Y);
        }
    }
}
