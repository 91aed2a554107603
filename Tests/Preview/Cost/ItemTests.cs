using Infra.Preview.Cost;
using Infra.Preview.Model;
using Infra.Preview.Synthesis;
using NUnit.Framework;

namespace Infra.Tests.Preview.Cost;

/// <summary>What single resources are billed for: their inputs, the usage assumed and the items with their quantities.</summary>
public sealed class ItemTests
{
    [TestCase("lb/loadBalancer:LoadBalancer", """{ "internal": true, "subnets": ["a", "b"] }""", "averageLcu: 2", "ELB/alb-hour 730, ELB/alb-lcu-hour 1460", TestName = "An_internal_balancer_has_no_public_addresses")]
    [TestCase("lb/loadBalancer:LoadBalancer", """{ "subnets": ["a", "b"] }""", "averageLcu: 2, internetGb: 9", "ELB/alb-hour 730, ELB/alb-lcu-hour 1460, VPC/public-ipv4-hour 1460, EC2/data-out-internet-gb 9", TestName = "A_public_balancer_has_an_address_in_each_zone")]
    [TestCase("ec2/natGateway:NatGateway", "{}", "processedGb: 5", "VPC/nat-hour 730, VPC/nat-gb 5", TestName = "A_nat_gateway_bills_hours_and_data_and_leaves_its_address_to_the_address")]
    [TestCase("ec2/eip:Eip", "{}", null, "VPC/public-ipv4-hour 730", TestName = "An_address_bills_all_hours")]
    [TestCase("ec2/vpcEndpoint:VpcEndpoint", """{ "vpcEndpointType": "Interface", "subnetIds": ["a", "b", "c"] }""", "processedGb: 4", "VPC/vpce-interface-hour 2190, VPC/vpce-interface-gb 4", TestName = "An_interface_endpoint_bills_every_zone")]
    [TestCase("ec2/instance:Instance", """{ "instanceType": "t4g.nano", "rootBlockDevice": { "volumeType": "gp3", "volumeSize": 12 } }""", null, "EC2/t4g.nano 730, EBS/gp3-gb-month 12", TestName = "An_instance_bills_its_type_and_disk")]
    [TestCase("ec2/instance:Instance", """{ "instanceType": "t3.nano", "associatePublicIpAddress": true, "ebsBlockDevices": [{ "volumeType": "gp3", "volumeSize": 5 }] }""", null, "EC2/t3.nano 730, EBS/gp2-gb-month 8, EBS/gp3-gb-month 5, VPC/public-ipv4-hour 730", TestName = "A_public_instance_bills_its_address")]
    [TestCase("ebs/volume:Volume", """{ "type": "gp3", "size": 40 }""", null, "EBS/gp3-gb-month 40", TestName = "A_volume_bills_its_size")]
    [TestCase("eks/cluster:Cluster", "{}", null, "EKS/control-plane-standard 730", TestName = "A_control_plane_bills_all_hours")]
    [TestCase("eks/nodeGroup:NodeGroup", """{ "instanceTypes": ["t3.medium"], "scalingConfig": { "desiredSize": 2, "maxSize": 4 } }""", null, "EC2/t3.medium 1460, EBS/gp3-gb-month 40", TestName = "Nodes_bill_their_desired_number_and_disks")]
    [TestCase("eks/nodeGroup:NodeGroup", """{ "instanceTypes": ["t3.medium"], "diskSize": 50, "scalingConfig": { "desiredSize": 2, "maxSize": 4 } }""", "averageNodes: 9", "EC2/t3.medium 2920, EBS/gp3-gb-month 200", TestName = "Nodes_never_exceed_their_maximum")]
    [TestCase("eks/addon:Addon", """{ "addonName": "amazon-cloudwatch-observability" }""", "insightsMetrics: 40", "CloudWatch/custom-metric-month 40", TestName = "The_observability_addon_bills_metrics")]
    [TestCase("apprunner/service:Service", """{ "instanceConfiguration": { "cpu": "256", "memory": "512" }, "sourceConfiguration": { "autoDeploymentsEnabled": false } }""", "activeInstanceHours: 100", "AppRunner/provisioned-gb-hour 365, AppRunner/active-vcpu-hour 25", TestName = "App_Runner_bills_memory_always_and_processors_when_active")]
    [TestCase("apprunner/service:Service", """{ "instanceConfiguration": { "cpu": "1 vCPU", "memory": "2 GB" } }""", "activeInstanceHours: 0", "AppRunner/provisioned-gb-hour 1460, AppRunner/active-vcpu-hour 0, AppRunner/auto-deploy-month 1", TestName = "App_Runner_bills_automatic_deployments_which_are_its_default")]
    [TestCase("lambda/function:Function", """{ "memorySize": 512, "architectures": ["x86_64"] }""", "requests: 1000000, durationMs: 200", "Lambda/gb-second-x86 100000, Lambda/requests-per-million 1", TestName = "A_function_bills_memory_times_duration")]
    [TestCase("lambda/function:Function", """{ "architectures": ["arm64"], "ephemeralStorage": { "size": 1024 } }""", "requests: 1000, durationMs: 1000", "Lambda/gb-second-arm 125, Lambda/requests-per-million 0.001, Lambda/ephemeral-over-512mb 500", TestName = "A_function_on_arm_with_a_large_disk_is_priced_as_such")]
    [TestCase("cloudfront/distribution:Distribution", "{}", "transferGb: 7, requests: 20000", "CloudFront/data-out-us-eu-gb 7, CloudFront/https-requests-per-10k 2", TestName = "A_distribution_bills_data_and_requests")]
    [TestCase("cloudfront/function:Function", "{}", "invocations: 3000000", "CloudFront/function-per-million 3", TestName = "An_edge_function_bills_invocations")]
    [TestCase("s3/bucket:Bucket", "{}", "storedGb: 3, putRequests: 2000, getRequests: 5000, internetGb: 4", "S3/standard-gb-month 3, S3/put-copy-post-list-per-1k 2, S3/get-per-1k 5, EC2/data-out-internet-gb 4", TestName = "A_bucket_bills_storage_requests_and_data")]
    [TestCase("efs/fileSystem:FileSystem", """{ "throughputMode": "elastic", "lifecyclePolicies": [{ "transitionToIa": "AFTER_14_DAYS" }] }""", "storedGb: 1, infrequentGb: 2, readGb: 3, writtenGb: 4", "EFS/standard-gb-month 1, EFS/ia-gb-month-elastic 2, EFS/elastic-read-gb 3, EFS/elastic-write-gb 4", TestName = "An_elastic_file_system_bills_what_is_read_and_written")]
    [TestCase("efs/fileSystem:FileSystem", """{ "throughputMode": "provisioned", "provisionedThroughputInMibps": 10 }""", "storedGb: 1", "EFS/standard-gb-month 1, EFS/provisioned-mibps-month 10", TestName = "A_provisioned_file_system_bills_its_throughput")]
    [TestCase("efs/backupPolicy:BackupPolicy", """{ "backupPolicy": { "status": "ENABLED" } }""", "storedGb: 6", "Backup/efs-warm-gb-month 6", TestName = "Backups_of_files_bill_storage")]
    [TestCase("ecr/repository:Repository", "{}", "storedGb: 5", "ECR/storage-gb-month 5", TestName = "Images_bill_storage")]
    [TestCase("dynamodb/table:Table", """{ "billingMode": "PAY_PER_REQUEST", "pointInTimeRecovery": { "enabled": true } }""", "writeUnits: 2000000, readUnits: 3000000, storedGb: 4", "DynamoDB/on-demand-wru-per-million 2, DynamoDB/on-demand-rru-per-million 3, DynamoDB/storage-gb-month 4, DynamoDB/pitr-gb-month 4", TestName = "A_table_bills_units_storage_and_recovery")]
    [TestCase("sqs/queue:Queue", """{ "fifoQueue": true }""", "requests: 2000000", "SQS/fifo-per-million 2", TestName = "An_ordered_queue_has_its_own_price")]
    [TestCase("sns/topic:Topic", "{}", "publishes: 1000000", "SNS/publish-per-million 1", TestName = "A_topic_bills_publishing")]
    [TestCase("sns/topicSubscription:TopicSubscription", """{ "protocol": "email" }""", "emails: 200000", "SNS/email-per-100k 2", TestName = "A_subscription_by_mail_bills_mails")]
    [TestCase("pipes/pipe:Pipe", "{}", "messages: 3000000", "EventBridge/pipes-per-million 3", TestName = "A_pipe_bills_its_requests")]
    [TestCase("cloudwatch/logGroup:LogGroup", "{}", "ingestGb: 2, storedGb: 3", "CloudWatch/logs-ingest-gb 2, CloudWatch/logs-storage-gb-month 3", TestName = "Logs_bill_ingestion_and_storage")]
    [TestCase("cloudwatch/logGroup:LogGroup", """{ "logGroupClass": "INFREQUENT_ACCESS" }""", "ingestGb: 2, storedGb: 3", "CloudWatch/logs-ingest-infrequent-access-gb 2, CloudWatch/logs-storage-gb-month 3", TestName = "Logs_read_seldom_have_their_own_price")]
    [TestCase("cloudwatch/metricAlarm:MetricAlarm", """{ "metricName": "CPUUtilization", "period": 300 }""", null, "CloudWatch/alarm-standard-month 1", TestName = "An_alarm_bills_one_metric")]
    [TestCase("cloudwatch/metricAlarm:MetricAlarm", """{ "metricQueries": [{ "expression": "a/b" }, { "metric": { "period": 60 } }, { "metric": { "period": 60 } }] }""", null, "CloudWatch/alarm-standard-month 2", TestName = "An_alarm_on_an_expression_bills_the_metrics_it_reads")]
    [TestCase("cloudwatch/dashboard:Dashboard", "{}", null, "CloudWatch/dashboard-month 1", TestName = "A_dashboard_bills_by_the_month")]
    [TestCase("appautoscaling/policy:Policy", """{ "policyType": "TargetTrackingScaling" }""", null, "CloudWatch/alarm-standard-month 2", TestName = "Target_tracking_bills_the_alarms_that_AWS_creates")]
    [TestCase("kms/key:Key", "{}", "requests: 20000", "KMS/cmk-month 1, KMS/requests-per-10k 2", TestName = "A_key_bills_by_the_month_and_request")]
    [TestCase("secretsmanager/secret:Secret", """{ "replicas": [{ "region": "eu-west-1" }] }""", "apiCalls: 10000", "SecretsManager/secret-month 2, SecretsManager/api-per-10k 1", TestName = "A_secret_bills_its_replicas_too")]
    [TestCase("route53/zone:Zone", "{}", "queries: 2000000", "Route53/hosted-zone-month 1, Route53/queries-per-million 2", TestName = "A_zone_bills_by_the_month_and_query")]
    [TestCase("rds/globalCluster:GlobalCluster", "{}", "replicatedWriteIoMillions: 5", "Aurora/global-replicated-write-io-per-million 5", TestName = "A_global_database_bills_the_writes_it_copies")]
    [TestCase("rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication", "{}", "storedGb: 5, transferredGb: 6", "RDS/backup-gb-month-over-free 5, EC2/data-between-regions-gb 6", TestName = "Copied_backups_bill_storage_and_data")]
    public void Items(string type, string inputs, string? usage, string items)
    {
        var cost = Costs.Of($"{type} it {inputs}", "it", usage is null ? null : $"types:\n  aws:{type}: {{ {usage} }}\n");

        Assert.That(Costs.Items(cost), Is.EqualTo(items));
        Assert.That(cost.Status, Is.EqualTo(cost.Lines.All(line => line.UsageKeys.Count > 0) ? CostStatus.UsageBased : CostStatus.Priced));
    }

    [TestCase("ec2/vpcEndpoint:VpcEndpoint", """{ "vpcEndpointType": "Gateway" }""", "gateway endpoints")]
    [TestCase("efs/backupPolicy:BackupPolicy", """{ "backupPolicy": { "status": "DISABLED" } }""", "backups are off")]
    [TestCase("eks/addon:Addon", """{ "addonName": "coredns" }""", "nodes")]
    [TestCase("cloudwatch/eventRule:EventRule", """{ "scheduleExpression": "rate(1 hour)" }""", "default bus")]
    [TestCase("sns/topicSubscription:TopicSubscription", """{ "protocol": "sqs" }""", "not billed")]
    [TestCase("appautoscaling/policy:Policy", """{ "policyType": "StepScaling" }""", "alarms that start it")]
    [TestCase("ssm/parameter:Parameter", "{}", "standard parameters")]
    [TestCase("iam/role:Role", "{}", "IAM")]
    public void What_is_free_says_why(string type, string inputs, string reason)
    {
        var cost = Costs.Of($"{type} it {inputs}", "it", null);

        Assert.That((cost.Status, cost.Lines.Count), Is.EqualTo((CostStatus.Free, 0)));
        Assert.That(cost.Reason, Does.Contain(reason));
    }

    [TestCase("lb/loadBalancer:LoadBalancer", """{ "loadBalancerType": "network" }""", "network")]
    [TestCase("ec2/natGateway:NatGateway", """{ "availabilityMode": "regional" }""", "regional")]
    [TestCase("ec2/vpcEndpoint:VpcEndpoint", """{ "vpcEndpointType": "Interface" }""", "subnets are not known")]
    [TestCase("ec2/instance:Instance", """{ "instanceType": "p9.huge" }""", "p9.huge")]
    [TestCase("dynamodb/table:Table", """{ "billingMode": "PROVISIONED" }""", "provisioned capacity")]
    [TestCase("rds/instance:Instance", """{ "engine": "oracle-ee", "instanceClass": "db.t3.micro" }""", "oracle-ee")]
    [TestCase("rds/clusterInstance:ClusterInstance", """{ "instanceClass": "db.r9.large" }""", "db.r9.large")]
    [TestCase("cloudwatch/metricAlarm:MetricAlarm", """{ "period": 10 }""", "less than a minute")]
    [TestCase("cloudwatch/eventRule:EventRule", """{ "eventBusName": "mine" }""", "bus")]
    [TestCase("sns/topicSubscription:TopicSubscription", """{ "protocol": "sms" }""", "sms")]
    [TestCase("ssm/parameter:Parameter", """{ "tier": "Advanced" }""", "advanced")]
    [TestCase("sns/topic:Topic", """{ "fifoTopic": true }""", "ordered")]
    [TestCase("dynamodb/table:Table", """{ "tableClass": "STANDARD_INFREQUENT_ACCESS" }""", "infrequent")]
    [TestCase("wafv2/webAcl:WebAcl", "{}", "no rule for the type aws:wafv2/webAcl:WebAcl")]
    public void What_has_no_price_is_named(string type, string inputs, string reason)
    {
        var cost = Costs.Of($"{type} it {inputs}", "it", null);

        Assert.That(cost.Status, Is.EqualTo(CostStatus.Unpriced));
        Assert.That(cost.Reason, Does.Contain(reason));
    }

    [Test]
    public void Nodes_have_the_disks_of_their_launch_template()
    {
        var cost = Costs.Of(
            """
            ec2/launchTemplate:LaunchTemplate template { "blockDeviceMappings": [{ "ebs": { "volumeSize": 30, "volumeType": "gp3" } }] }
            eks/nodeGroup:NodeGroup nodes { "instanceTypes": ["t3.medium"], "launchTemplate": { "id": "@template" }, "scalingConfig": { "desiredSize": 2 } }
            """,
            "nodes",
            null);

        Assert.That(Costs.Items(cost), Is.EqualTo("EC2/t3.medium 1460, EBS/gp3-gb-month 60"));
    }

    [Test]
    public void App_Runner_keeps_the_least_number_of_instances()
    {
        var cost = Costs.Of(
            """
            apprunner/autoScalingConfigurationVersion:AutoScalingConfigurationVersion scaling { "minSize": 3 }
            apprunner/service:Service web { "autoScalingConfigurationArn": "@scaling.arn", "instanceConfiguration": { "cpu": "1024", "memory": "2048" } }
            """,
            "web",
            null);

        Assert.That(cost.Lines[0].Quantity, Is.EqualTo(3 * 2 * 730));
    }

    [Test]
    public void The_address_of_an_instance_is_counted_once()
    {
        var estimate = Costs.Of(
            """
            ec2/instance:Instance nat { "instanceType": "t3.nano", "associatePublicIpAddress": true }
            ec2/eip:Eip address { "instance": "@nat" }
            """);

        Assert.That(estimate.Resources.SelectMany(resource => resource.Lines).Count(line => line.PriceKey == "VPC/public-ipv4-hour"), Is.EqualTo(1));
    }

    [TestCase("""{ "spec": { "ingressClassName": "alb" }, "metadata": { "annotations": { "alb.ingress.kubernetes.io/scheme": "internal" } } }""", "ELB/alb-hour 730, ELB/alb-lcu-hour 73")]
    [TestCase("""{ "spec": { "ingressClassName": "alb" }, "metadata": { "annotations": { "alb.ingress.kubernetes.io/scheme": "internet-facing", "alb.ingress.kubernetes.io/subnets": "a,b" } } }""", "ELB/alb-hour 730, ELB/alb-lcu-hour 73, VPC/public-ipv4-hour 1460, EC2/data-out-internet-gb 1")]
    [TestCase("""{ "spec": { "ingressClassName": "nginx" } }""", "")]
    public void An_ingress_bills_the_load_balancer_that_the_controller_creates(string inputs, string items)
    {
        var cost = Kubernetes("networking.k8s.io/v1:Ingress", inputs);

        Assert.That(Costs.Items(cost), Is.EqualTo(items));
        Assert.That(cost.Status, Is.EqualTo(items.Length == 0 ? CostStatus.Unpriced : CostStatus.Priced));
    }

    [TestCase("core/v1:Service", """{ "spec": { "type": "LoadBalancer" } }""", CostStatus.Unpriced)]
    [TestCase("core/v1:Service", """{ "spec": { "type": "ClusterIP" } }""", CostStatus.Free)]
    [TestCase("core/v1:Service", "{}", CostStatus.Free)]
    [TestCase("apps/v1:Deployment", "{}", CostStatus.Free)]
    [TestCase("core/v1:PersistentVolumeClaim", "{}", CostStatus.Unpriced)]
    [TestCase("helm.sh/v3:Release", "{}", CostStatus.Unpriced)]
    public void Objects_in_a_cluster_are_free_unless_they_create_something_outside(string type, string inputs, CostStatus status) =>
        Assert.That(Kubernetes(type, inputs).Status, Is.EqualTo(status));

    private static ResourceCost Kubernetes(string type, string inputs) => Costs.Of(new ResourceGraph(
    [
        new ResourceNode
        {
            Urn = $"urn:pulumi:test::infra::kubernetes:{type}::it",
            Type = $"kubernetes:{type}",
            Name = "it",
            Custom = true,
            Inputs = (MapValue)JsonValues.Parse(inputs),
        },
    ])).Resources.Single();
}
