using Pulumi.Serialization;

namespace Pulumi;

// One method a number of items: the overload sets of the published API, which type inference depends on.
public static partial class Output
{
    /// <summary>Combines 2 inputs into one tuple: known when all are, secret when any is, depending on the resources of all.</summary>
    public static Output<(T1, T2)> Tuple<T1, T2>(Input<T1> item1, Input<T2> item2)
        => Tuple(item1.ToOutput(), item2.ToOutput());

    /// <summary>Combines 2 outputs into one tuple: known when all are, secret when any is, depending on the resources of all.</summary>
    public static Output<(T1, T2)> Tuple<T1, T2>(Output<T1> item1, Output<T2> item2)
    {
        return new Output<(T1, T2)>(GatherAsync());

        async Task<OutputData<(T1, T2)>> GatherAsync()
        {
            var summary = new OutputSummary();
            var value1 = summary.Add(await item1.DataTask.ConfigureAwait(false));
            var value2 = summary.Add(await item2.DataTask.ConfigureAwait(false));
            return summary.With((value1, value2));
        }
    }

    /// <summary>Combines 3 inputs into one tuple: known when all are, secret when any is, depending on the resources of all.</summary>
    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(Input<T1> item1, Input<T2> item2, Input<T3> item3)
        => Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput());

    /// <summary>Combines 3 outputs into one tuple: known when all are, secret when any is, depending on the resources of all.</summary>
    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(Output<T1> item1, Output<T2> item2, Output<T3> item3)
    {
        return new Output<(T1, T2, T3)>(GatherAsync());

        async Task<OutputData<(T1, T2, T3)>> GatherAsync()
        {
            var summary = new OutputSummary();
            var value1 = summary.Add(await item1.DataTask.ConfigureAwait(false));
            var value2 = summary.Add(await item2.DataTask.ConfigureAwait(false));
            var value3 = summary.Add(await item3.DataTask.ConfigureAwait(false));
            return summary.With((value1, value2, value3));
        }
    }

    /// <summary>Combines 4 inputs into one tuple: known when all are, secret when any is, depending on the resources of all.</summary>
    public static Output<(T1, T2, T3, T4)> Tuple<T1, T2, T3, T4>(Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4)
        => Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput());

    /// <summary>Combines 4 outputs into one tuple: known when all are, secret when any is, depending on the resources of all.</summary>
    public static Output<(T1, T2, T3, T4)> Tuple<T1, T2, T3, T4>(Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4)
    {
        return new Output<(T1, T2, T3, T4)>(GatherAsync());

        async Task<OutputData<(T1, T2, T3, T4)>> GatherAsync()
        {
            var summary = new OutputSummary();
            var value1 = summary.Add(await item1.DataTask.ConfigureAwait(false));
            var value2 = summary.Add(await item2.DataTask.ConfigureAwait(false));
            var value3 = summary.Add(await item3.DataTask.ConfigureAwait(false));
            var value4 = summary.Add(await item4.DataTask.ConfigureAwait(false));
            return summary.With((value1, value2, value3, value4));
        }
    }

    /// <summary>Combines 5 inputs into one tuple: known when all are, secret when any is, depending on the resources of all.</summary>
    public static Output<(T1, T2, T3, T4, T5)> Tuple<T1, T2, T3, T4, T5>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4,
        Input<T5> item5)
        => Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput(), item5.ToOutput());

    /// <summary>Combines 5 outputs into one tuple: known when all are, secret when any is, depending on the resources of all.</summary>
    public static Output<(T1, T2, T3, T4, T5)> Tuple<T1, T2, T3, T4, T5>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4,
        Output<T5> item5)
    {
        return new Output<(T1, T2, T3, T4, T5)>(GatherAsync());

        async Task<OutputData<(T1, T2, T3, T4, T5)>> GatherAsync()
        {
            var summary = new OutputSummary();
            var value1 = summary.Add(await item1.DataTask.ConfigureAwait(false));
            var value2 = summary.Add(await item2.DataTask.ConfigureAwait(false));
            var value3 = summary.Add(await item3.DataTask.ConfigureAwait(false));
            var value4 = summary.Add(await item4.DataTask.ConfigureAwait(false));
            var value5 = summary.Add(await item5.DataTask.ConfigureAwait(false));
            return summary.With((value1, value2, value3, value4, value5));
        }
    }

    /// <summary>Combines 6 inputs into one tuple: known when all are, secret when any is, depending on the resources of all.</summary>
    public static Output<(T1, T2, T3, T4, T5, T6)> Tuple<T1, T2, T3, T4, T5, T6>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4,
        Input<T5> item5, Input<T6> item6)
        => Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput(), item5.ToOutput(), item6.ToOutput());

    /// <summary>Combines 6 outputs into one tuple: known when all are, secret when any is, depending on the resources of all.</summary>
    public static Output<(T1, T2, T3, T4, T5, T6)> Tuple<T1, T2, T3, T4, T5, T6>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4,
        Output<T5> item5, Output<T6> item6)
    {
        return new Output<(T1, T2, T3, T4, T5, T6)>(GatherAsync());

        async Task<OutputData<(T1, T2, T3, T4, T5, T6)>> GatherAsync()
        {
            var summary = new OutputSummary();
            var value1 = summary.Add(await item1.DataTask.ConfigureAwait(false));
            var value2 = summary.Add(await item2.DataTask.ConfigureAwait(false));
            var value3 = summary.Add(await item3.DataTask.ConfigureAwait(false));
            var value4 = summary.Add(await item4.DataTask.ConfigureAwait(false));
            var value5 = summary.Add(await item5.DataTask.ConfigureAwait(false));
            var value6 = summary.Add(await item6.DataTask.ConfigureAwait(false));
            return summary.With((value1, value2, value3, value4, value5, value6));
        }
    }

    /// <summary>Combines 7 inputs into one tuple: known when all are, secret when any is, depending on the resources of all.</summary>
    public static Output<(T1, T2, T3, T4, T5, T6, T7)> Tuple<T1, T2, T3, T4, T5, T6, T7>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4,
        Input<T5> item5, Input<T6> item6, Input<T7> item7)
        => Tuple(
            item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput(),
            item5.ToOutput(), item6.ToOutput(), item7.ToOutput());

    /// <summary>Combines 7 outputs into one tuple: known when all are, secret when any is, depending on the resources of all.</summary>
    public static Output<(T1, T2, T3, T4, T5, T6, T7)> Tuple<T1, T2, T3, T4, T5, T6, T7>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4,
        Output<T5> item5, Output<T6> item6, Output<T7> item7)
    {
        return new Output<(T1, T2, T3, T4, T5, T6, T7)>(GatherAsync());

        async Task<OutputData<(T1, T2, T3, T4, T5, T6, T7)>> GatherAsync()
        {
            var summary = new OutputSummary();
            var value1 = summary.Add(await item1.DataTask.ConfigureAwait(false));
            var value2 = summary.Add(await item2.DataTask.ConfigureAwait(false));
            var value3 = summary.Add(await item3.DataTask.ConfigureAwait(false));
            var value4 = summary.Add(await item4.DataTask.ConfigureAwait(false));
            var value5 = summary.Add(await item5.DataTask.ConfigureAwait(false));
            var value6 = summary.Add(await item6.DataTask.ConfigureAwait(false));
            var value7 = summary.Add(await item7.DataTask.ConfigureAwait(false));
            return summary.With((value1, value2, value3, value4, value5, value6, value7));
        }
    }

    /// <summary>Combines 8 inputs into one tuple: known when all are, secret when any is, depending on the resources of all.</summary>
    public static Output<(T1, T2, T3, T4, T5, T6, T7, T8)> Tuple<T1, T2, T3, T4, T5, T6, T7, T8>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4,
        Input<T5> item5, Input<T6> item6, Input<T7> item7, Input<T8> item8)
        => Tuple(
            item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput(),
            item5.ToOutput(), item6.ToOutput(), item7.ToOutput(), item8.ToOutput());

    /// <summary>Combines 8 outputs into one tuple: known when all are, secret when any is, depending on the resources of all.</summary>
    public static Output<(T1, T2, T3, T4, T5, T6, T7, T8)> Tuple<T1, T2, T3, T4, T5, T6, T7, T8>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4,
        Output<T5> item5, Output<T6> item6, Output<T7> item7, Output<T8> item8)
    {
        return new Output<(T1, T2, T3, T4, T5, T6, T7, T8)>(GatherAsync());

        async Task<OutputData<(T1, T2, T3, T4, T5, T6, T7, T8)>> GatherAsync()
        {
            var summary = new OutputSummary();
            var value1 = summary.Add(await item1.DataTask.ConfigureAwait(false));
            var value2 = summary.Add(await item2.DataTask.ConfigureAwait(false));
            var value3 = summary.Add(await item3.DataTask.ConfigureAwait(false));
            var value4 = summary.Add(await item4.DataTask.ConfigureAwait(false));
            var value5 = summary.Add(await item5.DataTask.ConfigureAwait(false));
            var value6 = summary.Add(await item6.DataTask.ConfigureAwait(false));
            var value7 = summary.Add(await item7.DataTask.ConfigureAwait(false));
            var value8 = summary.Add(await item8.DataTask.ConfigureAwait(false));
            return summary.With((value1, value2, value3, value4, value5, value6, value7, value8));
        }
    }
}
