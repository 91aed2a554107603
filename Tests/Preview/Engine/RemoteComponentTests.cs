using Infra.Preview.Engine;
using Infra.Preview.Model;
using Infra.Preview.Protocol;
using NUnit.Framework;
using static Infra.Preview.Model.ProtobufConversion;

namespace Infra.Tests.Preview.Engine;

public sealed class RemoteComponentTests
{
    private const string Type = "demo:index:Net";

    [Test]
    public async Task Children_are_registered_below_the_component_with_its_providers_and_protection()
    {
        await using var engine = await EngineHarness.StartAsync(expanders: [new NetExpander()]);
        var stack = await engine.StackAsync();
        var cause = (await engine.BucketAsync("cause", stack)).Urn;
        var provider = await engine.RegisterAsync(new() { Type = "pulumi:providers:aws", Name = "eu", Custom = true, Parent = stack });
        var reply = await RegisterAsync(engine, stack, request =>
        {
            request.Protect = true;
            request.Providers.Add("aws", $"{provider.Urn}::{provider.Id}");
            request.Object = new()
            {
                Fields =
                {
                    ["cidr"] = Google.Protobuf.WellKnownTypes.Value.ForStruct(ToStruct(MapValue.Of(
                        (Signatures.Key, Signatures.Output), ("value", "10.0.0.0/16"), ("dependencies", ListValue.Of(cause))))),
                },
            };
        });

        var child = engine.Graph.Only("aws:ec2/vpc:Vpc");
        Assert.That(child.Urn, Is.EqualTo("urn:pulumi:dev::proj::demo:index:Net$aws:ec2/vpc:Vpc::net"));
        Assert.That(child.Inputs, Is.EqualTo(MapValue.Of(("cidrBlock", "10.0.0.0/16"))));
        Assert.That(child.Dependencies, Is.EqualTo(new[] { cause }));
        Assert.That(child.PropertyDependencies["cidrBlock"], Is.EqualTo(new[] { cause }));
        Assert.That((child.Protect, child.ProviderNode?.Name, child.System), Is.EqualTo((true, "eu", "net")));
        Assert.That(ToMap(reply.Object), Is.EqualTo(MapValue.Of(("vpcId", "id-of-net"))));
        Assert.That(reply.PropertyDependencies["vpcId"].Urns, Is.EqualTo(new[] { child.Urn }));
        Assert.That(engine.Node(reply.Urn).Inputs, Is.EqualTo(MapValue.Of(("cidr", "10.0.0.0/16"))));
    }

    [Test]
    public async Task Kept_unknowns_expand_to_the_same_resources()
    {
        await using var engine = await EngineHarness.StartAsync(keepsUnknowns: true, expanders: [new NetExpander()]);
        var stack = await engine.StackAsync();
        var reply = await RegisterAsync(engine, stack, _ => { });

        Assert.That(engine.Graph.OfType("aws:ec2/vpc:Vpc"), Has.Count.EqualTo(1));
        Assert.That(engine.Node(reply.Urn).Output("vpcId").IsUnknown);
        Assert.That(reply.Object.Fields, Is.Empty);

        var partial = await RegisterAsync(engine, stack, request =>
        {
            request.Name = "partial";
            request.SupportsPartialValues = true;
        });
        Assert.That(ToMap(partial.Object)["vpcId"].IsUnknown);
    }

    [Test]
    public async Task A_component_that_no_one_can_expand_stays_with_a_warning()
    {
        await using var engine = await EngineHarness.StartAsync();
        var reply = await RegisterAsync(engine, await engine.StackAsync(), _ => { });

        Assert.That(engine.Deployment.Diagnostics.Single().Severity, Is.EqualTo(Severity.Warning));
        Assert.That(engine.Deployment.Diagnostics.Single().Urn, Is.EqualTo(reply.Urn));
        Assert.That(engine.Node(reply.Urn).Output("vpcId").IsUnknown);
    }

    [Test]
    public async Task Inputs_that_the_component_refuses_end_the_deployment_with_its_words()
    {
        await using var engine = await EngineHarness.StartAsync(expanders: [new NetExpander()]);
        var stack = await engine.StackAsync();

        Assert.That(
            () => RegisterAsync(engine, stack, request => request.Object = ToStruct(MapValue.Of(("cidr", "none")))),
            Throws.TypeOf<RawFault>());
        Assert.That(engine.Deployment.Diagnostics.Single().Message, Is.EqualTo("cidr is 'none'; expected a block."));
    }

    private static Task<RegisterResourceResponse> RegisterAsync(EngineHarness engine, string stack, Action<RegisterResourceRequest> configure)
    {
        var request = new RegisterResourceRequest { Type = Type, Name = "net", Parent = stack, Remote = true };
        configure(request);
        return engine.RegisterAsync(request);
    }

    private sealed class NetExpander : IComponentExpander
    {
        public bool Expands(string type) => type == Type;

        public MapValue Expand(ComponentRegistration component, IComponentContext context)
        {
            if (component.Inputs["cidr"].AsText == "none")
            {
                throw new ComponentException("cidr is 'none'; expected a block.");
            }

            var vpc = context.Register(new ChildRegistration
            {
                Type = "aws:ec2/vpc:Vpc",
                Name = component.Node.Name,
                Inputs = MapValue.Of(("cidrBlock", component.Inputs.Find("cidr") ?? "10.0.0.0/8")),
            });
            return MapValue.Of(("vpcId", new OutputValue(context.KeepsUnknowns ? null : vpc.Output("id"), false, [vpc.Urn])));
        }
    }
}
