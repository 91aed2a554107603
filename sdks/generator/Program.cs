using Infra.Sdks.Generator;

return CommandLine.Run(args, Console.Out, Console.Error);
