using System.Globalization;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra.Components.Containers;

/// <summary>What a load balancer does with a request.</summary>
public abstract class ListenerAction
{
    private ListenerAction()
    {
    }

    internal abstract Aws.LB.Inputs.ListenerDefaultActionArgs ToDefaultAction();

    internal abstract Aws.LB.Inputs.ListenerRuleActionArgs ToRuleAction();

    /// <summary>Sends it to a target group.</summary>
    public static ListenerAction Forward(Input<string> targetGroupArn) => new ForwardAction(targetGroupArn);

    /// <summary>Answers it itself, with a line of plain text.</summary>
    public static ListenerAction Respond(int statusCode, string text) => new RespondAction(statusCode, text);

    /// <summary>Sends the client to the same address over HTTPS, for good.</summary>
    internal static ListenerAction RedirectToHttps() => new RedirectAction();

    private sealed class ForwardAction(Input<string> targetGroupArn) : ListenerAction
    {
        internal override Aws.LB.Inputs.ListenerDefaultActionArgs ToDefaultAction() => new() { Type = "forward", TargetGroupArn = targetGroupArn };

        internal override Aws.LB.Inputs.ListenerRuleActionArgs ToRuleAction() => new() { Type = "forward", TargetGroupArn = targetGroupArn };
    }

    private sealed class RespondAction(int statusCode, string text) : ListenerAction
    {
        internal override Aws.LB.Inputs.ListenerDefaultActionArgs ToDefaultAction() => new()
        {
            Type = "fixed-response",
            FixedResponse = new Aws.LB.Inputs.ListenerDefaultActionFixedResponseArgs
            {
                ContentType = "text/plain",
                MessageBody = text,
                StatusCode = statusCode.ToString(CultureInfo.InvariantCulture),
            },
        };

        internal override Aws.LB.Inputs.ListenerRuleActionArgs ToRuleAction() => new()
        {
            Type = "fixed-response",
            FixedResponse = new Aws.LB.Inputs.ListenerRuleActionFixedResponseArgs
            {
                ContentType = "text/plain",
                MessageBody = text,
                StatusCode = statusCode.ToString(CultureInfo.InvariantCulture),
            },
        };
    }

    private sealed class RedirectAction : ListenerAction
    {
        internal override Aws.LB.Inputs.ListenerDefaultActionArgs ToDefaultAction() => new()
        {
            Type = "redirect",
            Redirect = new Aws.LB.Inputs.ListenerDefaultActionRedirectArgs { Protocol = "HTTPS", Port = "443", StatusCode = "HTTP_301" },
        };

        internal override Aws.LB.Inputs.ListenerRuleActionArgs ToRuleAction() => new()
        {
            Type = "redirect",
            Redirect = new Aws.LB.Inputs.ListenerRuleActionRedirectArgs { Protocol = "HTTPS", Port = "443", StatusCode = "HTTP_301" },
        };
    }
}
