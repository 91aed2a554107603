namespace Infra.Preview.Synthesis;

/// <summary>Rules of networks: VPCs, subnets, routing, security groups, endpoints.</summary>
internal static class NetworkRules
{
    public const string Text = """

        aws:ec2/vpc:Vpc
        aws:ec2/defaultVpc:DefaultVpc
          id = vpc-<hex:17>
          arn = arn:aws:ec2:<region>:<account>:vpc/<id>
          cidrBlock = !vpcBlock
          defaultNetworkAclId = acl-<hex:17>
          defaultRouteTableId = rtb-<hex:17:main>
          mainRouteTableId = rtb-<hex:17:main>
          defaultSecurityGroupId = sg-<hex:17>
          dhcpOptionsId = dopt-<hex:17>
          instanceTenancy = default
          enableDnsHostnames = false
          enableNetworkAddressUsageMetrics = false
          ipv6CidrBlock = !vpcIpv6
          ipv6AssociationId = !vpcIpv6Association
          ipv6CidrBlockNetworkBorderGroup = !vpcIpv6Border
          existingDefaultVpc = true
        aws:ec2/subnet:Subnet
        aws:ec2/defaultSubnet:DefaultSubnet
          id = subnet-<hex:17>
          arn = arn:aws:ec2:<region>:<account>:subnet/<id>
          availabilityZone = <region>a
          availabilityZoneId = !zoneId
          cidrBlock = 172.31.0.0/20
          ipv6CidrBlock = <in:ipv6CidrBlock>
          ipv6CidrBlockAssociationId = !subnetIpv6Association
          privateDnsHostnameTypeOnLaunch = ip-name
          outpostArn = <in:outpostArn>
          existingDefaultSubnet = true
        aws:ec2/internetGateway:InternetGateway
          id = igw-<hex:17>
          arn = arn:aws:ec2:<region>:<account>:internet-gateway/<id>
          vpcId = <in:vpcId>
        aws:ec2/internetGatewayAttachment:InternetGatewayAttachment
          id = <in:internetGatewayId>:<in:vpcId>
        aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway
          id = eigw-<hex:17>
        aws:ec2/carrierGateway:CarrierGateway
          id = cagw-<hex:17>
          arn = arn:aws:ec2:<region>:<account>:carrier-gateway/<id>
        aws:ec2/natGateway:NatGateway
          id = nat-<hex:17>
          associationId = eipassoc-<hex:17>
          networkInterfaceId = eni-<hex:17>
          privateIp = <ip>
          publicIp = <publicip>
          availabilityMode = zonal
          autoProvisionZones = disabled
          autoScalingIps = disabled
          regionalNatGatewayAutoMode = disabled
          routeTableId = rtb-<hex:17>
          secondaryPrivateIpAddressCount = 0
          vpcId = vpc-<hex:17>
        aws:ec2/natGatewayEipAssociation:NatGatewayEipAssociation
          id = <in:natGatewayId>,<in:allocationId>
          associationId = eipassoc-<hex:17>
        aws:ec2/eip:Eip
          id = eipalloc-<hex:17>
          allocationId = <id>
          arn = arn:aws:ec2:<region>:<account>:elastic-ip/<id>
          associationId = eipassoc-<hex:17>
          carrierIp = <in:carrierIp>
          customerOwnedIp = <in:customerOwnedIp>
          domain = vpc
          instance = <in:instance>
          ipamPoolId = <in:ipamPoolId>
          networkBorderGroup = <region>
          networkInterface = <in:networkInterface>
          privateIp = <ip>
          privateDns = ip-<digits:10>.ec2.internal
          ptrRecord = <in:ptrRecord>
          publicIp = <publicip>
          publicDns = ec2-<digits:12>.compute-1.amazonaws.com
          publicIpv4Pool = amazon
        aws:ec2/eipAssociation:EipAssociation
          id = eipassoc-<hex:17>
          privateIpAddress = <ip>
          publicIp = <publicip>
        aws:ec2/eipDomainName:EipDomainName
          id = <in:allocationId>
          ptrRecord = <in:domainName>
        aws:ec2/routeTable:RouteTable
        aws:ec2/defaultRouteTable:DefaultRouteTable
          id = rtb-<hex:17>
          arn = arn:aws:ec2:<region>:<account>:route-table/<id>
          vpcId = vpc-<hex:17>
        aws:ec2/route:Route
          id = r-<in:routeTableId><digits:10>
          instanceId = <in:instanceId>
          instanceOwnerId = <in:instanceOwnerId>
          networkInterfaceId = <in:networkInterfaceId>
          origin = CreateRoute
          state = active
        aws:ec2/routeTableAssociation:RouteTableAssociation
        aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation
          id = rtbassoc-<hex:17>
          originalRouteTableId = rtb-<hex:17>
        aws:ec2/securityGroup:SecurityGroup
          id = sg-<hex:17>
          arn = arn:aws:ec2:<region>:<account>:security-group/<id>
          description = Managed by Pulumi
          vpcId = vpc-<hex:17>
        aws:ec2/defaultSecurityGroup:DefaultSecurityGroup
          id = sg-<hex:17>
          arn = arn:aws:ec2:<region>:<account>:security-group/<id>
          name = default
          description = default VPC security group
        aws:ec2/securityGroupRule:SecurityGroupRule
          id = sgrule-<digits:10>
          securityGroupRuleId = sgr-<hex:17>
          sourceSecurityGroupId = <in:sourceSecurityGroupId>
        aws:ec2/securityGroupAssociation:SecurityGroupAssociation
          id = <in:vpcEndpointId>/<in:securityGroupId>
        aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule
        aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule
          id = sgr-<hex:17>
          arn = arn:aws:ec2:<region>:<account>:security-group-rule/<id>
          securityGroupRuleId = <id>
        aws:vpc/securityGroupVpcAssociation:SecurityGroupVpcAssociation
          id = <in:securityGroupId>,<in:vpcId>
          state = associated
        aws:vpc/endpointPrivateDns:EndpointPrivateDns
          id = <in:vpcEndpointId>
        aws:ec2/networkAcl:NetworkAcl
        aws:ec2/defaultNetworkAcl:DefaultNetworkAcl
          id = acl-<hex:17>
          arn = arn:aws:ec2:<region>:<account>:network-acl/<id>
        aws:ec2/networkAclRule:NetworkAclRule
          id = nacl-<digits:10>
        aws:ec2/networkAclAssociation:NetworkAclAssociation
          id = aclassoc-<hex:17>
        aws:ec2/networkInterface:NetworkInterface
          id = eni-<hex:17>
          arn = arn:aws:ec2:<region>:<account>:network-interface/<id>
          interfaceType = interface
          macAddress = 02:<hex:2:a>:<hex:2:b>:<hex:2:c>:<hex:2:d>:<hex:2:e>
          outpostArn = <in:outpostArn>
          privateDnsName = ip-<digits:10>.ec2.internal
          privateIp = <ip>
        aws:ec2/networkInterfaceAttachment:NetworkInterfaceAttachment
          id = eni-attach-<hex:17>
          attachmentId = <id>
          status = attached
        aws:ec2/networkInterfaceSecurityGroupAttachment:NetworkInterfaceSecurityGroupAttachment
          id = <in:securityGroupId>_<in:networkInterfaceId>
        aws:ec2/vpcEndpoint:VpcEndpoint
          id = vpce-<hex:17>
          arn = arn:aws:ec2:<region>:<account>:vpc-endpoint/<id>
          dnsEntries = !endpointDns
          ipAddressType = ipv4
          prefixListId = !endpointPrefixList
          privateDnsEnabled = false
          requesterManaged = false
          serviceRegion = <region>
          state = available
        aws:ec2/vpcEndpointService:VpcEndpointService
          id = vpce-svc-<hex:17>
          arn = arn:aws:ec2:<region>:<account>:vpc-endpoint-service/<id>
          serviceName = com.amazonaws.vpce.<region>.<id>
          serviceType = Interface
          state = Available
        aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation
        aws:ec2/vpcEndpointSubnetAssociation:VpcEndpointSubnetAssociation
          id = a-<in:vpcEndpointId><digits:10>
        aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy
          id = <in:vpcEndpointId>
        aws:ec2/vpcDhcpOptions:VpcDhcpOptions
          id = dopt-<hex:17>
          arn = arn:aws:ec2:<region>:<account>:dhcp-options/<id>
        aws:ec2/defaultVpcDhcpOptions:DefaultVpcDhcpOptions
          id = dopt-<hex:17>
          arn = arn:aws:ec2:<region>:<account>:dhcp-options/<id>
          domainName = <region>.compute.internal
          domainNameServers = AmazonProvidedDNS
        aws:ec2/vpcDhcpOptionsAssociation:VpcDhcpOptionsAssociation
          id = <in:dhcpOptionsId>-<in:vpcId>
        aws:ec2/vpcPeeringConnection:VpcPeeringConnection
          id = pcx-<hex:17>
          acceptStatus = active
          peerRegion = <region>
          peerOwnerId = <account>
        aws:ec2/vpcPeeringConnectionAccepter:VpcPeeringConnectionAccepter
        aws:ec2/peeringConnectionOptions:PeeringConnectionOptions
          id = <in:vpcPeeringConnectionId>
          acceptStatus = active
          peerRegion = <region>
          peerOwnerId = <account>
        aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation
        aws:ec2/vpcIpv6CidrBlockAssociation:VpcIpv6CidrBlockAssociation
          id = vpc-cidr-assoc-<hex:17>
        aws:ec2/flowLog:FlowLog
          id = fl-<hex:17>
          arn = arn:aws:ec2:<region>:<account>:vpc-flow-log/<id>
          logFormat = ${version} ${account-id} ${interface-id} ${srcaddr} ${dstaddr} ${srcport} ${dstport} ${protocol} ${packets} ${bytes} ${start} ${end} ${action} ${log-status}
          logDestination = <in:logDestination>
        aws:ec2/managedPrefixList:ManagedPrefixList
          id = pl-<hex:17>
          arn = arn:aws:ec2:<region>:<account>:prefix-list/<id>
        aws:ec2/managedPrefixListEntry:ManagedPrefixListEntry
          id = <in:prefixListId>,<in:cidr>
        aws:ec2/customerGateway:CustomerGateway
          id = cgw-<hex:17>
          arn = arn:aws:ec2:<region>:<account>:customer-gateway/<id>
        aws:ec2/vpnGateway:VpnGateway
          id = vgw-<hex:17>
          arn = arn:aws:ec2:<region>:<account>:vpn-gateway/<id>
        aws:ec2/vpnConnection:VpnConnection
          id = vpn-<hex:17>
          arn = arn:aws:ec2:<region>:<account>:vpn-connection/<id>
        aws:ec2transitgateway/transitGateway:TransitGateway
          id = tgw-<hex:17>
          arn = arn:aws:ec2:<region>:<account>:transit-gateway/<id>
          associationDefaultRouteTableId = tgw-rtb-<hex:17:default>
          propagationDefaultRouteTableId = tgw-rtb-<hex:17:default>
        aws:ec2transitgateway/vpcAttachment:VpcAttachment
        aws:ec2transitgateway/peeringAttachment:PeeringAttachment
          id = tgw-attach-<hex:17>
          arn = arn:aws:ec2:<region>:<account>:transit-gateway-attachment/<id>
          vpcOwnerId = <account>
        aws:ec2transitgateway/routeTable:RouteTable
          id = tgw-rtb-<hex:17>
          arn = arn:aws:ec2:<region>:<account>:transit-gateway-route-table/<id>
        aws:ec2transitgateway/instanceConnectEndpoint:InstanceConnectEndpoint
          id = eice-<hex:17>
          arn = arn:aws:ec2:<region>:<account>:instance-connect-endpoint/<id>
          availabilityZone = <region>a
          dnsName = <id>.<hex:8>.ec2-instance-connect-endpoint.<region>.amazonaws.com
          fipsDnsName = <id>.<hex:8>.fips.ec2-instance-connect-endpoint.<region>.amazonaws.com
        aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions
          id = <region>
          awsAccountId = <account>
          awsRegion = <region>
        aws:ec2/tag:Tag
          id = <in:resourceId>,<in:key>
        aws:ec2/vpcIpam:VpcIpam
          id = ipam-<hex:17>
          arn = arn:aws:ec2::<account>:ipam/<id>
        aws:ec2/vpcIpamPool:VpcIpamPool
          id = ipam-pool-<hex:17>
          arn = arn:aws:ec2::<account>:ipam-pool/<id>
          state = create-complete
        aws:ec2/vpcIpamScope:VpcIpamScope
          id = ipam-scope-<hex:17>
          arn = arn:aws:ec2::<account>:ipam-scope/<id>
        """;
}
