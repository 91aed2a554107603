namespace Infra.Preview.Diagrams.Layout;

/// <summary>Puts items into columns so that most arrows between them lead to the right.</summary>
internal static class Ranks
{
    /// <summary>The column of each item, from 0, given how strongly one leads to another.</summary>
    public static int[] Of(int count, IReadOnlyDictionary<(int From, int To), int> weights)
    {
        // Where two lead to each other, the stronger direction counts.
        var forward = weights.Where(entry => entry.Value > weights.GetValueOrDefault((entry.Key.To, entry.Key.From))
                || (entry.Value == weights.GetValueOrDefault((entry.Key.To, entry.Key.From)) && entry.Key.From < entry.Key.To))
            .Select(entry => entry.Key).OrderBy(edge => edge.From).ThenBy(edge => edge.To).ToList();
        var order = Order(count, forward, weights);
        var kept = forward.Where(edge => order[edge.From] < order[edge.To]).ToList();

        var ranks = new int[count];
        foreach (var node in Enumerable.Range(0, count).OrderBy(node => order[node]))
        {
            foreach (var (_, to) in kept.Where(edge => edge.From == node))
            {
                ranks[to] = Math.Max(ranks[to], ranks[node] + 1);
            }
        }

        // A source stands directly before what it leads to.
        foreach (var node in Enumerable.Range(0, count).OrderByDescending(node => order[node]))
        {
            var next = kept.Where(edge => edge.From == node).Select(edge => ranks[edge.To]).DefaultIfEmpty(-1).Min();
            if (next > 0 && !kept.Exists(edge => edge.To == node))
            {
                ranks[node] = next - 1;
            }
        }

        return ranks;
    }

    // Eades, Lin and Smyth: sinks go last, sources first, else whoever gives most beyond what it takes.
    private static int[] Order(int count, List<(int From, int To)> edges, IReadOnlyDictionary<(int From, int To), int> weights)
    {
        var left = Enumerable.Range(0, count).ToList();
        var remaining = edges.ToList();
        var order = new int[count];
        int first = 0, last = count - 1;
        while (left.Count > 0)
        {
            var sink = left.FindLastIndex(node => !remaining.Exists(edge => edge.From == node));
            var source = left.FindIndex(node => !remaining.Exists(edge => edge.To == node));
            int chosen;
            if (sink >= 0 && source != sink)
            {
                order[chosen = left[sink]] = last--;
            }
            else
            {
                chosen = source >= 0 ? left[source] : left.MaxBy(node => remaining.Sum(edge => edge.From == node ? weights[edge] : edge.To == node ? -weights[edge] : 0));
                order[chosen] = first++;
            }

            left.Remove(chosen);
            remaining.RemoveAll(edge => edge.From == chosen || edge.To == chosen);
        }

        return order;
    }
}
