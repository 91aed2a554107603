using Infra.Components.Functions;
using Infra.Components.Identity;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Hyperp;

/// <summary>Hyperp's four functions and the two addresses they are called at.</summary>
public sealed class HyperpFunctions : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "infra:hyperp:Functions";

    private readonly HyperpFunctionsArgs _args;
    private readonly HyperpEnvironment _environment;

    /// <summary>Makes the functions: the EFS controller first, then those that call it.</summary>
    public HyperpFunctions(string name, HyperpFunctionsArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        _args = args;
        _environment = new HyperpEnvironment(args);
        var efsController = CreateEfsController(name);
        var permissions = AllowCallingIt(name, efsController);
        var webhookHandler = CreateWebhookHandler(name, efsController, permissions);
        var stateHandler = CreateTaskStateChangeHandler(name, efsController, permissions);
        var cliApi = CreateCliRestApi(name, permissions);
        var webhookUrl = Publish($"{name}-webhook-url", webhookHandler, ["POST"]);
        var cliUrl = Publish($"{name}-cli-url", cliApi, ["GET", "POST"]);
        WebhookHandlerArn = webhookHandler.Arn;
        WebhookUrl = webhookUrl.Url;
        TaskStateChangeHandlerArn = stateHandler.Arn;
        TaskStateChangeHandlerName = stateHandler.FunctionName;
        // The command line appends /runs and the like.
        CliRestApiUrl = cliUrl.Url.Apply(url => url.TrimEnd('/'));
        RegisterOutputs();
    }

    /// <summary>The webhook handler's ARN.</summary>
    [Output("webhookHandlerArn")]
    public Output<string> WebhookHandlerArn { get; private set; }

    /// <summary>The address to enter as the GitHub App's webhook URL.</summary>
    [Output("webhookUrl")]
    public Output<string> WebhookUrl { get; private set; }

    /// <summary>The task state handler's ARN.</summary>
    [Output("taskStateChangeHandlerArn")]
    public Output<string> TaskStateChangeHandlerArn { get; private set; }

    /// <summary>The task state handler's name.</summary>
    [Output("taskStateChangeHandlerName")]
    public Output<string> TaskStateChangeHandlerName { get; private set; }

    /// <summary>The address of the CLI API, without a slash at its end.</summary>
    [Output("cliRestApiUrl")]
    public Output<string> CliRestApiUrl { get; private set; }

    // The only function in the VPC: the others need GitHub and AWS APIs, which a function in a public subnet cannot reach.
    private LambdaFunction CreateEfsController(string name) => new($"{name}-efs-controller", new LambdaFunctionArgs
    {
        PhysicalName = HyperpNames.EfsController,
        Description = "Creates folders on the file system before tasks mount them",
        Code = FunctionCode.ZipOrPlaceholder(_args.Settings.Code.EfsController),
        Runtime = _args.Settings.Runtime,
        MemoryMiB = 512,
        TimeoutSeconds = 30,
        RoleArn = _args.Roles.FunctionRoleArn,
        LogGroupName = _args.Cluster.LogGroupName,
        Environment = _environment.EfsController(),
        Network = new FunctionNetwork(_args.Network.SubnetIds, _args.Network.SecurityGroupId),
        FileSystem = new FunctionFileSystem(_args.Storage.FileSystem.AccessPointArn, HyperpNames.MountPath),
        // Lambda refuses a function whose file system has a zone without mount target, and one whose role cannot make network interfaces.
        CreateAfter = Resources([.. _args.Storage.FileSystem.MountTargets, .. _args.Network.FirewallRules, .. _args.Roles.FunctionPolicies]),
    }, Child());

    private Aws.Iam.RolePolicy AllowCallingIt(string name, LambdaFunction efsController) => InlinePolicy.Create(
        $"{name}-call-efs-controller",
        _args.Roles.FunctionRoleName,
        HyperpFunctionPolicies.CallEfsController(efsController.Arn),
        this);

    private LambdaFunction CreateWebhookHandler(string name, LambdaFunction efsController, Resource permissions) => new($"{name}-github-webhook-handler", new LambdaFunctionArgs
    {
        PhysicalName = HyperpNames.WebhookHandler,
        Description = "Turns pushes to GitHub into workflow runs",
        Code = FunctionCode.ZipOrPlaceholder(_args.Settings.Code.WebhookHandler),
        Runtime = _args.Settings.Runtime,
        MemoryMiB = 1024,
        TimeoutSeconds = 300,
        RoleArn = _args.Roles.FunctionRoleArn,
        LogGroupName = _args.Cluster.LogGroupName,
        Environment = _environment.WebhookHandler(efsController.Arn),
        CreateAfter = BeforeTheFirstCall(permissions),
    }, Child());

    private LambdaFunction CreateTaskStateChangeHandler(string name, LambdaFunction efsController, Resource permissions) => new($"{name}-task-state-change-handler", new LambdaFunctionArgs
    {
        PhysicalName = HyperpNames.TaskStateChangeHandler,
        Description = "Moves workflows on when a task stops",
        Code = FunctionCode.ZipOrPlaceholder(_args.Settings.Code.TaskStateChangeHandler),
        Runtime = _args.Settings.Runtime,
        MemoryMiB = 512,
        TimeoutSeconds = 120,
        RoleArn = _args.Roles.FunctionRoleArn,
        LogGroupName = _args.Cluster.LogGroupName,
        Environment = _environment.TaskStateChangeHandler(efsController.Arn),
        CreateAfter = BeforeTheFirstCall(permissions),
    }, Child());

    private LambdaFunction CreateCliRestApi(string name, Resource permissions) => new($"{name}-cli-rest-api", new LambdaFunctionArgs
    {
        PhysicalName = HyperpNames.CliRestApi,
        Description = "Answers the command line",
        Code = FunctionCode.ZipOrPlaceholder(_args.Settings.Code.CliRestApi),
        Runtime = _args.Settings.Runtime,
        MemoryMiB = 512,
        TimeoutSeconds = 30,
        RoleArn = _args.Roles.FunctionRoleArn,
        LogGroupName = _args.Cluster.LogGroupName,
        Environment = _environment.CliRestApi(),
        CreateAfter = BeforeTheFirstCall(permissions),
    }, Child());

    // GitHub and the command line sign with the shared secret; neither can sign as AWS wants.
    private PublicFunctionUrl Publish(string name, LambdaFunction function, IReadOnlyList<string> methods) => new(name, new PublicFunctionUrlArgs
    {
        FunctionName = function.FunctionName,
        Methods = methods,
    }, Child());

    // A function that is called before IAM knows its permissions fails on its first events.
    private InputList<Resource> BeforeTheFirstCall(Resource permissions) => Resources([.. _args.Roles.FunctionPolicies, permissions]);

    private static InputList<Resource> Resources(IEnumerable<Resource> resources) => resources.ToArray();

    private ComponentResourceOptions Child() => new() { Parent = this };
}
