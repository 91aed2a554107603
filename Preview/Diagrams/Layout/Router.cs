namespace Infra.Preview.Diagrams.Layout;

/// <summary>
/// Finds ways for arrows along a grid: around nodes and headings, with few bends, apart from one another. Ways are found one after
/// another; each makes the cells it takes dearer for the next.
/// </summary>
internal sealed class Router
{
    private const int Cell = Item.Grid;
    private const int Bend = 8;
    private const int Crossing = 3;
    private const int Sharing = 30;
    private const int Hugging = 2;

    private static readonly (int X, int Y)[] Directions = [(1, 0), (0, 1), (-1, 0), (0, -1)];

    private readonly int _columns;
    private readonly int _rows;
    private readonly bool[] _blocked;
    private readonly bool[] _near;
    private readonly byte[] _along;
    private readonly byte[] _across;

    public Router(int width, int height, IEnumerable<Rect> obstacles)
    {
        _columns = (width / Cell) + 1;
        _rows = (height / Cell) + 1;
        _blocked = new bool[_columns * _rows];
        _near = new bool[_blocked.Length];
        _along = new byte[_blocked.Length];
        _across = new byte[_blocked.Length];
        foreach (var obstacle in obstacles)
        {
            Mark(_near, obstacle.Grown(Cell));
            Mark(_blocked, obstacle);
        }
    }

    /// <summary>The corners of the way from one node's side to another's, both ends included.</summary>
    public IReadOnlyList<(int X, int Y)> Route(Rect from, Rect to)
    {
        var states = _blocked.Length * 4;
        var costs = new int[states];
        var previous = new int[states];
        Array.Fill(costs, int.MaxValue);
        var pending = new PriorityQueue<int, (int Cost, int Number)>();
        var number = 0;
        var ends = new Dictionary<int, int>();
        foreach (var (cell, direction) in Doors(to))
        {
            // The last step goes against the side's outward direction.
            ends[(cell * 4) + ((direction + 2) % 4)] = direction == 2 ? 0 : direction == 0 ? 14 : 6;
        }

        foreach (var (cell, direction) in Doors(from))
        {
            var state = (cell * 4) + direction;
            costs[state] = (direction == 0 ? 0 : direction == 2 ? 14 : 6) + Price(cell, direction);
            previous[state] = -1;
            pending.Enqueue(state, (costs[state] + Distance(cell, to), number++));
        }

        int best = -1, bestCost = int.MaxValue;
        while (pending.TryDequeue(out var state, out var priority) && priority.Cost < bestCost)
        {
            var (cell, direction) = (state / 4, state % 4);
            if (ends.TryGetValue(state, out var extra) && costs[state] + extra < bestCost)
            {
                (best, bestCost) = (state, costs[state] + extra);
            }

            for (var turn = 0; turn < 4; turn++)
            {
                if (turn == (direction + 2) % 4 || Step(cell, turn) is not { } next || _blocked[next])
                {
                    continue;
                }

                // A bend takes the corner's cell in both directions.
                var cost = costs[state] + 1 + Price(next, turn) + (turn == direction ? 0 : Bend + Price(cell, turn));
                var reached = (next * 4) + turn;
                if (cost < costs[reached])
                {
                    costs[reached] = cost;
                    previous[reached] = state;
                    pending.Enqueue(reached, (cost + Distance(next, to), number++));
                }
            }
        }

        return best < 0 ? Straight(from, to) : Corners(best, previous, from, to);
    }

    private int Price(int cell, int direction)
    {
        var (same, other) = direction % 2 == 0 ? (_along[cell], _across[cell]) : (_across[cell], _along[cell]);
        return (Math.Min((int)same, 3) * Sharing) + (Math.Min((int)other, 3) * Crossing) + (_near[cell] ? Hugging : 0);
    }

    private List<(int X, int Y)> Corners(int end, int[] previous, Rect from, Rect to)
    {
        var path = new List<int>();
        for (var state = end; state >= 0; state = previous[state])
        {
            path.Insert(0, state);
        }

        var points = new List<(int X, int Y)> { Side(path[0] / 4, path[0] % 4, from) };
        for (var index = 0; index < path.Count; index++)
        {
            var (cell, direction) = (path[index] / 4, path[index] % 4);
            Take(cell, direction);
            if (index + 1 < path.Count && path[index + 1] % 4 != direction)
            {
                Take(cell, path[index + 1] % 4);
                points.Add(Middle(cell));
            }
        }

        points.Add(Side(end / 4, ((end % 4) + 2) % 4, to));
        return points;
    }

    private void Take(int cell, int direction)
    {
        var taken = direction % 2 == 0 ? _along : _across;
        taken[cell] = (byte)Math.Min(taken[cell] + 1, 100);
    }

    // Where a way through a cell meets the side of the node that it lies at; direction points away from the node.
    private (int X, int Y) Side(int cell, int direction, Rect node)
    {
        var (x, y) = Middle(cell);
        return direction switch
        {
            0 => (node.Right, y),
            2 => (node.X, y),
            1 => (x, node.Bottom),
            _ => (x, node.Y),
        };
    }

    // Cells just outside of a node with the direction that leads away from it; corners are left free for readability.
    private IEnumerable<(int Cell, int Direction)> Doors(Rect node)
    {
        var (left, top, right, bottom) = (node.X / Cell, node.Y / Cell, (node.Right / Cell) - 1, (node.Bottom / Cell) - 1);
        for (var row = top; row <= bottom; row++)
        {
            foreach (var (column, direction) in new[] { (right + 1, 0), (left - 1, 2) })
            {
                if (Free(column, row) is { } cell)
                {
                    yield return (cell, direction);
                }
            }
        }

        for (var column = left + 1; column < right; column++)
        {
            foreach (var (row, direction) in new[] { (bottom + 1, 1), (top - 1, 3) })
            {
                if (Free(column, row) is { } cell)
                {
                    yield return (cell, direction);
                }
            }
        }
    }

    private int? Free(int column, int row) =>
        column >= 0 && row >= 0 && column < _columns && row < _rows && !_blocked[(row * _columns) + column] ? (row * _columns) + column : null;

    private int? Step(int cell, int direction)
    {
        var (column, row) = ((cell % _columns) + Directions[direction].X, (cell / _columns) + Directions[direction].Y);
        return column >= 0 && row >= 0 && column < _columns && row < _rows ? (row * _columns) + column : null;
    }

    private int Distance(int cell, Rect to)
    {
        var (x, y) = Middle(cell);
        return (Math.Max(0, Math.Max(to.X - x, x - to.Right)) + Math.Max(0, Math.Max(to.Y - y, y - to.Bottom))) / Cell;
    }

    private (int X, int Y) Middle(int cell) => ((cell % _columns * Cell) + (Cell / 2), (cell / _columns * Cell) + (Cell / 2));

    private static (int X, int Y)[] Straight(Rect from, Rect to) =>
        [(from.X + (from.Width / 2), from.Y + (from.Height / 2)), (to.X + (to.Width / 2), to.Y + (to.Height / 2))];

    private void Mark(bool[] cells, Rect rect)
    {
        for (var row = Math.Max(0, rect.Y / Cell); row < Math.Min(_rows, (rect.Bottom + Cell - 1) / Cell); row++)
        {
            for (var column = Math.Max(0, rect.X / Cell); column < Math.Min(_columns, (rect.Right + Cell - 1) / Cell); column++)
            {
                cells[(row * _columns) + column] = true;
            }
        }
    }
}
