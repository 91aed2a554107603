using Infra.Preview.Cli;

return await CommandLine.RunAsync(args);
