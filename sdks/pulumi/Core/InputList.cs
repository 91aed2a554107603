using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>A list given to a resource, in which each element or the whole may be plain or an output.</summary>
/// <typeparam name="T">Type of an element.</typeparam>
/// <remarks>
/// The elements are kept apart, so that a resource receives the known ones even when another is unknown.
/// Read as one output, the list is unknown as soon as one element is.
/// </remarks>
[SuppressMessage("Design", "CA1010", Justification = "Published so: it serves collection initializers and cannot be enumerated.")]
public sealed partial class InputList<T> : Input<ImmutableArray<T>>, IEnumerable, IAsyncEnumerable<Input<T>>
{
    private Input<ImmutableArray<Input<T>>> _elements;
    private Output<ImmutableArray<T>>? _flattened;

    /// <summary>Makes an empty list.</summary>
    public InputList()
        : this(ImmutableArray<Input<T>>.Empty)
    {
    }

    private InputList(Input<ImmutableArray<Input<T>>> elements)
        : base(default(ImmutableArray<T>)) => _elements = elements;

    internal override object? Elements => _elements.Elements;

    /// <summary>Appends elements to this list.</summary>
    public void Add(params Input<T>[] inputs) => Bind(Join(_elements, ImmutableArray.Create(inputs)));

    /// <summary>Appends the elements of another list to this one.</summary>
    public void Add(InputList<T> inputs) => AddRange(inputs);

    /// <summary>Appends the elements of another list to this one.</summary>
    public void AddRange(InputList<T> inputs) => Bind(Join(_elements, inputs._elements));

    /// <summary>Makes a new list of the elements of this one followed by those of another. Neither changes.</summary>
    public InputList<T> Concat(InputList<T> other) => new(Join(_elements, other._elements));

    /// <summary>Enumerates the elements once the list itself is known; an unknown list has none.</summary>
    public async IAsyncEnumerator<Input<T>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        var data = await _elements.AsOutput().DataTask.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (data.IsKnown && !data.Value.IsDefault)
        {
            foreach (var element in data.Value)
            {
                yield return element;
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator()
        => throw new NotSupportedException($"A {GetType().FullName} cannot be synchronously enumerated. Use GetAsyncEnumerator instead.");

    internal override bool TryGetPlain(out ImmutableArray<T> value)
    {
        value = default;
        return false;
    }

    internal override Output<ImmutableArray<T>> AsOutput() => _flattened ??= _elements.AsOutput().Apply(Flatten);

    private static Output<ImmutableArray<T>> Flatten(ImmutableArray<Input<T>> elements)
        => elements.IsDefault ? Output.Create(default(ImmutableArray<T>)) : Output.AllOf(elements);

    private static Input<ImmutableArray<Input<T>>> Join(
        Input<ImmutableArray<Input<T>>> first,
        Input<ImmutableArray<Input<T>>> second)
    {
        if (first.TryGetPlain(out var before) && second.TryGetPlain(out var after))
        {
            return Join(before, after);
        }

        return Output.Tuple(first, second).Apply(pair => Join(pair.Item1, pair.Item2));
    }

    private static ImmutableArray<Input<T>> Join(ImmutableArray<Input<T>> first, ImmutableArray<Input<T>> second)
        => first.IsDefault ? second : second.IsDefault ? first : first.AddRange(second);

    private void Bind(Input<ImmutableArray<Input<T>>> elements)
    {
        _elements = elements;
        _flattened = null;
    }
}
