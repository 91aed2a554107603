namespace Infra.Preview.Synthesis;

/// <summary>Rules of relational databases and tables.</summary>
internal static class DatabaseRules
{
    public const string Text = """

        aws:rds/cluster:Cluster
          @name clusterIdentifier 63 prefix=clusterIdentifierPrefix lower
          id = <name>
          arn = arn:aws:rds:<region>:<account>:cluster:<name>
          allocatedStorage = 1
          applyImmediately = false
          autoMinorVersionUpgrade = true
          availabilityZones = ["<region>a","<region>b","<region>c"]
          backupRetentionPeriod = 1
          caCertificateIdentifier = rds-ca-rsa2048-g1
          clusterMembers = []
          clusterResourceId = cluster-<upper:26>
          clusterScalabilityType = standard
          databaseInsightsMode = standard
          databaseName = <in:databaseName>
          dbClusterParameterGroupName = default.<in:engine>
          dbSubnetGroupName = default
          dbSystemId = <in:dbSystemId>
          endpoint = <name>.cluster-<lower:12:account>.<region>.rds.amazonaws.com
          readerEndpoint = <name>.cluster-ro-<lower:12:account>.<region>.rds.amazonaws.com
          engineLifecycleSupport = open-source-rds-extended-support
          engineVersion = !engineVersion
          engineVersionActual = <out:engineVersion>
          hostedZoneId = !rdsZone
          kmsKeyId = !databaseKey
          masterUserSecretKmsKeyId = <in:masterUserSecretKmsKeyId>
          masterUserSecrets = !masterUserSecrets
          masterUsername = admin
          monitoringRoleArn = <in:monitoringRoleArn>
          networkType = IPV4
          performanceInsightsKmsKeyId = <in:performanceInsightsKmsKeyId>
          port = !databasePort
          preferredBackupWindow = 03:00-03:30
          preferredMaintenanceWindow = sun:05:00-sun:05:30
          storageEncrypted = false
          storageType = <in:storageType>
          upgradeRolloutOrder = second
        aws:rds/clusterInstance:ClusterInstance
          @name identifier 63 prefix=identifierPrefix lower
          id = <name>
          arn = arn:aws:rds:<region>:<account>:db:<name>
          availabilityZone = <region>a
          caCertIdentifier = rds-ca-rsa2048-g1
          dbParameterGroupName = default.<in:engine>
          dbSubnetGroupName = default
          dbiResourceId = db-<upper:26>
          endpoint = <name>.<lower:12:account>.<region>.rds.amazonaws.com
          engineVersion = !engineVersion
          engineVersionActual = <out:engineVersion>
          kmsKeyId = <in:kmsKeyId>
          monitoringRoleArn = <in:monitoringRoleArn>
          performanceInsightsEnabled = false
          performanceInsightsKmsKeyId = <in:performanceInsightsKmsKeyId>
          port = !databasePort
          preferredBackupWindow = 03:00-03:30
          preferredMaintenanceWindow = sun:05:00-sun:05:30
          publiclyAccessible = false
        aws:rds/instance:Instance
          @name identifier 63 prefix=identifierPrefix lower
          id = db-<upper:26>
          resourceId = <id>
          arn = arn:aws:rds:<region>:<account>:db:<name>
          address = <name>.<lower:12:account>.<region>.rds.amazonaws.com
          endpoint = <out:address>:<out:port>
          allocatedStorage = 20
          availabilityZone = <region>a
          backupTarget = region
          backupWindow = 03:00-03:30
          caCertIdentifier = rds-ca-rsa2048-g1
          characterSetName = <in:characterSetName>
          databaseInsightsMode = standard
          dbName = <in:dbName>
          dbSubnetGroupName = default
          domainFqdn = <in:domainFqdn>
          engine = postgres
          engineLifecycleSupport = open-source-rds-extended-support
          engineVersion = !engineVersion
          engineVersionActual = <out:engineVersion>
          hostedZoneId = !rdsZone
          kmsKeyId = !databaseKey
          latestRestorableTime = <in:latestRestorableTime>
          licenseModel = postgresql-license
          maintenanceWindow = sun:05:00-sun:05:30
          masterUserSecretKmsKeyId = <in:masterUserSecretKmsKeyId>
          masterUserSecrets = !masterUserSecrets
          monitoringRoleArn = <in:monitoringRoleArn>
          ncharCharacterSetName = <in:ncharCharacterSetName>
          networkType = IPV4
          optionGroupName = default:<in:engine|postgres>
          parameterGroupName = default.<in:engine|postgres>
          performanceInsightsKmsKeyId = <in:performanceInsightsKmsKeyId>
          port = !databasePort
          replicaMode = <in:replicaMode>
          snapshotIdentifier = <in:snapshotIdentifier>
          status = available
          storageType = gp2
          timezone = <in:timezone>
          upgradeRolloutOrder = second
          username = admin
        aws:rds/subnetGroup:SubnetGroup
          @name name 255 lower
          id = <name>
          arn = arn:aws:rds:<region>:<account>:subgrp:<name>
          description = Managed by Pulumi
          supportedNetworkTypes = ["IPV4"]
        aws:rds/parameterGroup:ParameterGroup
          @name name 255 lower
          id = <name>
          arn = arn:aws:rds:<region>:<account>:pg:<name>
          description = Managed by Pulumi
        aws:rds/clusterParameterGroup:ClusterParameterGroup
          @name name 255 lower
          id = <name>
          arn = arn:aws:rds:<region>:<account>:cluster-pg:<name>
          description = Managed by Pulumi
        aws:rds/optionGroup:OptionGroup
          @name name 255 lower
          id = <name>
          arn = arn:aws:rds:<region>:<account>:og:<name>
          optionGroupDescription = Managed by Pulumi
        aws:rds/proxy:Proxy
          @name name 60 lower
          id = <name>
          arn = arn:aws:rds:<region>:<account>:db-proxy:prx-<hex:17>
          endpoint = <name>.proxy-<lower:12:account>.<region>.rds.amazonaws.com
          defaultAuthScheme = NONE
          endpointNetworkType = IPV4
          targetConnectionNetworkType = IPV4
          idleClientTimeout = 1800
        aws:rds/proxyEndpoint:ProxyEndpoint
          id = <in:dbProxyName>/<in:dbProxyEndpointName>
          arn = arn:aws:rds:<region>:<account>:db-proxy-endpoint:prx-endpoint-<hex:17>
          endpoint = <in:dbProxyEndpointName>.endpoint.proxy-<lower:12:account>.<region>.rds.amazonaws.com
        aws:rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup
          id = <in:dbProxyName>
          name = default
          arn = arn:aws:rds:<region>:<account>:target-group:prx-tg-<hex:17>
        aws:rds/proxyTarget:ProxyTarget
          id = <in:dbProxyName>/<in:targetGroupName>/TRACKED_CLUSTER/<in:dbClusterIdentifier>
          type = TRACKED_CLUSTER
          rdsResourceId = <in:dbClusterIdentifier>
          trackedClusterId = <in:dbClusterIdentifier>
          targetArn = arn:aws:rds:<region>:<account>:cluster:<in:dbClusterIdentifier>
          port = 5432
        aws:rds/clusterEndpoint:ClusterEndpoint
          id = <in:clusterEndpointIdentifier>
          arn = arn:aws:rds:<region>:<account>:cluster-endpoint:<in:clusterEndpointIdentifier>
          endpoint = <in:clusterEndpointIdentifier>.cluster-custom-<lower:12:account>.<region>.rds.amazonaws.com
        aws:rds/clusterSnapshot:ClusterSnapshot
          id = <in:dbClusterSnapshotIdentifier>
          dbClusterSnapshotArn = arn:aws:rds:<region>:<account>:cluster-snapshot:<in:dbClusterSnapshotIdentifier>
          status = available
          snapshotType = manual
        aws:rds/snapshot:Snapshot
          id = <in:dbSnapshotIdentifier>
          dbSnapshotArn = arn:aws:rds:<region>:<account>:snapshot:<in:dbSnapshotIdentifier>
          status = available
          snapshotType = manual
        aws:rds/globalCluster:GlobalCluster
          id = <in:globalClusterIdentifier>
          arn = arn:aws:rds::<account>:global-cluster:<in:globalClusterIdentifier>
          endpoint = <in:globalClusterIdentifier>.global-<lower:12:account>.global.rds.amazonaws.com
          globalClusterResourceId = cluster-<hex:16>
          engineVersion = !engineVersion
          engineVersionActual = <out:engineVersion>
        aws:rds/eventSubscription:EventSubscription
          id = <name>
          arn = arn:aws:rds:<region>:<account>:es:<name>
          customerAwsId = <account>
        aws:rds/clusterRoleAssociation:ClusterRoleAssociation
          id = <in:dbClusterIdentifier>,<in:roleArn>
        aws:rds/roleAssociation:RoleAssociation
          id = <in:dbInstanceIdentifier>,<in:roleArn>
        aws:dynamodb/table:Table
          arn = arn:aws:dynamodb:<region>:<account>:table/<name>
          streamArn = !tableStreamArn
          streamLabel = !tableStreamLabel
          streamViewType = <in:streamViewType>
          hashKey = <in:hashKey>
          ttl = {"enabled":false,"attributeName":""}
          pointInTimeRecovery = {"enabled":false}
          serverSideEncryption = {"enabled":false,"kmsKeyArn":""}
        aws:dynamodb/globalTable:GlobalTable
          arn = arn:aws:dynamodb::<account>:global-table/<name>
        aws:dynamodb/tableReplica:TableReplica
          id = <last:globalTableArn>:<region>
          arn = arn:aws:dynamodb:<region>:<account>:table/<last:globalTableArn>
          kmsKeyArn = <in:kmsKeyArn>
        aws:dynamodb/tableItem:TableItem
          id = <in:tableName>|<hex:16>
        aws:dynamodb/resourcePolicy:ResourcePolicy
          id = <in:resourceArn>
          revisionId = <digits:13>
        aws:dynamodb/contributorInsights:ContributorInsights
          id = name:<in:tableName>/index:<in:indexName>/<account>
        aws:dynamodb/kinesisStreamingDestination:KinesisStreamingDestination
          id = <in:tableName>,<in:streamArn>
        aws:dynamodb/tag:Tag
          id = <in:resourceArn>,<in:key>
        """;
}
