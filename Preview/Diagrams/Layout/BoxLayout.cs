namespace Infra.Preview.Diagrams.Layout;

/// <summary>Lays out boxes from the inside out: the content of each in columns, by the arrows between its parts.</summary>
internal sealed class BoxLayout(IReadOnlyList<DiagramEdge> edges)
{
    private const int Padding = 2 * Item.Grid;
    private const int LeastColumnHeight = 40 * Item.Grid;

    /// <summary>Gives items places relative to a common corner and returns the size they take.</summary>
    public (int Width, int Height) Arrange(IReadOnlyList<Item> items)
    {
        foreach (var box in items.Where(item => item.Box is not null))
        {
            var (width, height) = Arrange(box.Children);
            foreach (var child in box.Children)
            {
                child.Move(Padding, box.HeadingHeight + Item.Grid);
            }

            box.Place = new Rect(0, 0, Math.Max(Item.Snap(box.HeadingWidth), width + (2 * Padding)), box.HeadingHeight + Item.Grid + height + Padding);
        }

        var (columns, columnOf) = Columns(items);
        var totalHeight = columns.Max(column => HeightOf(column));
        var x = 0;
        for (var number = 0; number < columns.Count; number++)
        {
            var column = columns[number];
            var width = column.Max(item => item.Place.Width);
            var spare = (totalHeight - HeightOf(column)) / Item.Grid / 2 * Item.Grid;
            var y = spare;
            foreach (var item in column)
            {
                item.Move(x + ((width - item.Place.Width) / Item.Grid / 2 * Item.Grid), y);
                y += item.Place.Height + RowGap(column);
            }

            x += width + (number < columns.Count - 1 ? ColumnGap(items, columnOf, number) : 0);
        }

        return (x, totalHeight);
    }

    private (List<List<Item>> Columns, Dictionary<Item, int> ColumnOf) Columns(IReadOnlyList<Item> items)
    {
        var weights = new Dictionary<(int From, int To), int>();
        var connected = new HashSet<int>();
        foreach (var edge in edges)
        {
            var (from, to) = (IndexOf(items, edge.From), IndexOf(items, edge.To));
            connected.Add(from);
            connected.Add(to);
            if (from >= 0 && to >= 0 && from != to)
            {
                weights[(from, to)] = weights.GetValueOrDefault((from, to)) + (edge.Kind <= EdgeKind.Event ? 4 : 1);
            }
        }

        var ranks = Ranks.Of(items.Count, weights);
        Align(items, ranks, weights);
        var most = Math.Max(LeastColumnHeight, items.Max(item => item.Place.Height));
        var columns = new List<List<Item>>();
        var columnOf = new Dictionary<Item, int>();
        var loose = Enumerable.Range(0, items.Count).Where(index => !connected.Contains(index) && items[index].Node is not null).ToList();
        var groups = Enumerable.Range(0, items.Count).Except(loose).GroupBy(index => ranks[index]).OrderBy(group => group.Key);
        foreach (var rank in groups)
        {
            var current = new List<Item>();
            columns.Add(current);
            foreach (var index in rank.OrderBy(index => Center(index, items, weights, columnOf, columns)).ThenBy(index => index))
            {
                if (current.Count > 0 && items[index].Node is not null && HeightOf([.. current, items[index]]) > most)
                {
                    columns.Add(current = []);
                }

                current.Add(items[index]);
            }

            for (var number = 0; number < columns.Count; number++)
            {
                columns[number].ForEach(item => columnOf[item] = number);
            }
        }

        foreach (var index in loose)
        {
            // What nothing leads to or from fills up the shortest column.
            var column = columns.Count == 0 ? -1 : Enumerable.Range(0, columns.Count).MinBy(number => HeightOf(columns[number]));
            if (column < 0 || HeightOf([.. columns[column], items[index]]) > most)
            {
                column = columns.Count;
                columns.Add([]);
            }

            columns[column].Add(items[index]);
            columnOf[items[index]] = column;
        }

        return (columns, columnOf);
    }

    // Regions stand one above the other beside what belongs to none, and systems one above the other; tiers go from public to isolated,
    // as the field draws them, though what is private also leads out through what is public. Nodes where arrows only end share a column: a picture grows wide faster than it grows high.
    private static void Align(IReadOnlyList<Item> items, int[] ranks, Dictionary<(int From, int To), int> weights)
    {
        var sources = weights.Keys.Select(edge => edge.From).ToHashSet();
        var ends = Enumerable.Range(0, items.Count).Where(index => items[index].Node is { Kind: not NodeKind.Outside } && ranks[index] > 0 && !sources.Contains(index)).ToList();
        var last = ends.Select(index => ranks[index]).DefaultIfEmpty(0).Max();
        ends.ForEach(index => ranks[index] = last);
        for (var index = 0; index < items.Count; index++)
        {
            ranks[index] = items[index].Box?.Kind switch
            {
                BoxKind.System or BoxKind.Global or BoxKind.PublicSubnets => 0,
                BoxKind.Region or BoxKind.PrivateSubnets => 1,
                BoxKind.IsolatedSubnets => 2,
                _ => ranks[index],
            };
        }
    }

    // The average position of those that lead to it, in thousandths of a place.
    private static int Center(
        int index, IReadOnlyList<Item> items, Dictionary<(int From, int To), int> weights, Dictionary<Item, int> columnOf, List<List<Item>> columns)
    {
        var places = weights.Keys.Where(edge => edge.To == index && columnOf.ContainsKey(items[edge.From]))
            .Select(edge => (columns[columnOf[items[edge.From]]].IndexOf(items[edge.From]) * 1000) + 500).ToList();
        return places.Count > 0 ? places.Sum() / places.Count : index * 1000;
    }

    private int ColumnGap(IReadOnlyList<Item> items, Dictionary<Item, int> columnOf, int gap)
    {
        int across = 0, passing = 0, widest = 0;
        foreach (var edge in edges)
        {
            var (from, to) = (IndexOf(items, edge.From), IndexOf(items, edge.To));
            if (from >= 0 && to >= 0)
            {
                var (left, right) = (Math.Min(columnOf[items[from]], columnOf[items[to]]), Math.Max(columnOf[items[from]], columnOf[items[to]]));
                if (left <= gap && right > gap)
                {
                    across++;
                    widest = Math.Max(widest, TextSize.Width(edge.Label, Labels.Size));
                }
            }
            else if (from >= 0 || to >= 0)
            {
                passing++;
            }
        }

        // Room for the arrows to turn in, and for the longest label on a straight piece.
        var lanes = (across == 0 ? 4 + Math.Min(passing / 3, 4) : 6 + Math.Min(across * 2 / 3, 9)) * Item.Grid;
        return across == 0 ? lanes : Math.Max(lanes, Item.Snap(widest) + (4 * Item.Grid));
    }

    private static int HeightOf(List<Item> column) => column.Sum(item => item.Place.Height) + ((column.Count - 1) * RowGap(column));

    private static int RowGap(List<Item> column) => column.Exists(item => item.Box is not null) ? 5 * Item.Grid : 3 * Item.Grid;

    private static int IndexOf(IReadOnlyList<Item> items, string id)
    {
        for (var index = 0; index < items.Count; index++)
        {
            if (items[index].Ids.Contains(id))
            {
                return index;
            }
        }

        return -1;
    }
}
