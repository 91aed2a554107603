using System.CommandLine;
using Infra.Preview.Stacks;

namespace Infra.Preview.Cli;

/// <summary>The options that say which program and stack a command is about, shared by all commands that run a preview.</summary>
internal sealed class ProgramOptions
{
    private readonly Argument<string?> _stackArgument = new("stack")
    {
        Description = "Stack name, e.g. dev, or the path of a stack file Pulumi.NAME.yaml",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _stack = new("--stack", "-s") { Description = "Same as the argument", HelpName = "name" };

    private readonly Option<string?> _config = new("--config") { Description = "Stack file to read instead of the stack's own", HelpName = "file" };

    private readonly Option<string[]> _set = new("--set")
    {
        Description = "Configuration over the stack file, e.g. infra:hyperp.ecrImagesToKeep=100; repeatable",
        HelpName = "key=value",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<bool> _unknowns = new("--unknowns") { Description = "Keep computed outputs unknown, as the first real preview does" };

    private readonly Option<string?> _program = new("--program") { Description = "Another .NET program: a folder, which is built, or a .dll", HelpName = "dir-or-dll" };

    private readonly Option<string?> _exec = new("--exec")
    {
        Description = "Command that runs any other Pulumi program. It gets the environment the CLI gives; {monitor}, {engine}, {project}, "
            + "{stack}, {organization}, {directory} and {parallel} are filled in",
        HelpName = "command",
    };

    private readonly Option<string?> _directory = new("--cwd", "-C") { Description = "Folder of Pulumi.yaml, when it is not the program's own", HelpName = "dir" };

    private readonly Option<string?> _lookups = new("--lookups") { Description = "Recorded answers to lookups, before the built-in ones", HelpName = "file" };

    public void AddTo(Command command)
    {
        // An argument takes whatever no option is; a misspelt option must not become a stack's name.
        _stackArgument.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: ['-', ..] } token])
            {
                var names = command.Options.Select(option => option.Name);
                var nearest = NearestName.Of(token.Value, names);
                result.AddError($"There is no option '{token.Value}'. {(nearest is null ? "" : $"Did you mean '{nearest}'? ")}--help lists them all.");
            }
        });
        command.Add(_stackArgument);
        foreach (var option in (ReadOnlySpan<Option>)[_stack, _config, _set, _unknowns, _program, _exec, _directory, _lookups])
        {
            command.Add(option);
        }
    }

    public PreviewRequest Read(ParseResult parsed)
    {
        var argument = parsed.GetValue(_stackArgument);
        var option = parsed.GetValue(_stack);
        if (argument is not null && option is not null && argument != option)
        {
            throw new PreviewException($"The stack is given twice, as '{argument}' and as --stack '{option}'; give one.");
        }

        return new PreviewRequest
        {
            Stack = argument ?? option,
            ConfigFile = parsed.GetValue(_config),
            Set = parsed.GetValue(_set) ?? [],
            Unknowns = parsed.GetValue(_unknowns),
            Program = parsed.GetValue(_program),
            Exec = parsed.GetValue(_exec),
            ProjectDirectory = parsed.GetValue(_directory),
            LookupsFile = parsed.GetValue(_lookups),
        };
    }
}
