import { CloudwatchDashboard } from '@cdktf/provider-aws/lib/cloudwatch-dashboard';
import {
  CloudwatchMetricAlarm,
  type CloudwatchMetricAlarmConfig,
} from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm';
import { Construct } from 'constructs';

export interface MonitoringProps {
  /** Prefix of the resource names. */
  readonly name: string;
  readonly region: string;
  /** The load balancer's dimension in CloudWatch metrics: the suffix of its ARN. */
  readonly loadBalancer: string;
  /** The target group's dimension in CloudWatch metrics: the suffix of its ARN. */
  readonly targetGroup: string;
  /** Name of the Auto Scaling group. */
  readonly autoScalingGroup: string;
  /**
   * SNS topic that receives alarms and recoveries.
   * @default - no notifications
   */
  readonly alarmTopicArn?: string;
}

/** The metrics that the guide calls important, as dashboard and alarms. */
export class Monitoring extends Construct {
  readonly dashboard: CloudwatchDashboard;

  constructor(scope: Construct, id: string, props: MonitoringProps) {
    super(scope, id);
    this.dashboard = new CloudwatchDashboard(this, 'dashboard', {
      dashboardName: props.name,
      dashboardBody: dashboardBody(props),
    });

    const targets = { LoadBalancer: props.loadBalancer, TargetGroup: props.targetGroup };
    this.alarm(props, 'unhealthy-hosts', {
      alarmDescription: 'An instance has failed its health check for three minutes',
      namespace: 'AWS/ApplicationELB',
      metricName: 'UnHealthyHostCount',
      dimensions: targets,
      statistic: 'Maximum',
      threshold: 0,
      period: 60,
      evaluationPeriods: 3,
      treatMissingData: 'notBreaching',
    });
    this.alarm(props, 'response-time', {
      alarmDescription: 'One request in twenty has taken longer than a second for five minutes',
      namespace: 'AWS/ApplicationELB',
      metricName: 'TargetResponseTime',
      dimensions: targets,
      extendedStatistic: 'p95',
      threshold: 1,
      period: 60,
      evaluationPeriods: 5,
      treatMissingData: 'notBreaching',
    });
    this.alarm(props, 'target-5xx', {
      alarmDescription: 'The API has answered more than five requests a minute with an error for three minutes',
      namespace: 'AWS/ApplicationELB',
      metricName: 'HTTPCode_Target_5XX_Count',
      dimensions: targets,
      statistic: 'Sum',
      threshold: 5,
      period: 60,
      evaluationPeriods: 3,
      treatMissingData: 'notBreaching',
    });
    this.alarm(props, 'alb-5xx', {
      alarmDescription:
        'The load balancer has reached no instance for more than five requests a minute, for three minutes',
      namespace: 'AWS/ApplicationELB',
      metricName: 'HTTPCode_ELB_5XX_Count',
      dimensions: { LoadBalancer: props.loadBalancer },
      statistic: 'Sum',
      threshold: 5,
      period: 60,
      evaluationPeriods: 3,
      treatMissingData: 'notBreaching',
    });
    this.alarm(props, 'cpu', {
      alarmDescription: 'The CPU has been above 85 % for fifteen minutes: the group no longer keeps up',
      namespace: 'AWS/EC2',
      metricName: 'CPUUtilization',
      dimensions: { AutoScalingGroupName: props.autoScalingGroup },
      statistic: 'Average',
      threshold: 85,
      period: 300,
      evaluationPeriods: 3,
      // Instances report CPU usage even without traffic, so missing data means that no instance runs.
      treatMissingData: 'missing',
    });
  }

  private alarm(
    { name, alarmTopicArn }: MonitoringProps,
    what: string,
    config: Omit<CloudwatchMetricAlarmConfig, 'alarmName' | 'comparisonOperator'>,
  ): void {
    new CloudwatchMetricAlarm(this, what, {
      ...config,
      alarmName: `${name}-${what}`,
      comparisonOperator: 'GreaterThanThreshold',
      ...(alarmTopicArn !== undefined && { alarmActions: [alarmTopicArn], okActions: [alarmTopicArn] }),
    });
  }
}

/** The dashboard as CloudWatch JSON, with Terraform references inside the strings. */
function dashboardBody({ region, loadBalancer, targetGroup, autoScalingGroup }: MonitoringProps): string {
  const target = (metric: string, stat: string) => [
    'AWS/ApplicationELB',
    metric,
    'LoadBalancer',
    loadBalancer,
    'TargetGroup',
    targetGroup,
    { stat },
  ];
  const graphs = [
    {
      title: 'Target response time (s)',
      period: 60,
      metrics: [target('TargetResponseTime', 'Average'), target('TargetResponseTime', 'p95')],
    },
    {
      title: 'Healthy and unhealthy hosts',
      period: 60,
      metrics: [target('HealthyHostCount', 'Minimum'), target('UnHealthyHostCount', 'Maximum')],
    },
    { title: 'Request count', period: 60, metrics: [target('RequestCount', 'Sum')] },
    {
      title: 'CPU utilization (%)',
      period: 300,
      metrics: [['AWS/EC2', 'CPUUtilization', 'AutoScalingGroupName', autoScalingGroup, { stat: 'Average' }]],
    },
  ];
  const widgets = graphs.map((graph, index) => ({
    type: 'metric',
    x: (index % 2) * 12,
    y: Math.floor(index / 2) * 6,
    width: 12,
    height: 6,
    properties: { ...graph, region, view: 'timeSeries' },
  }));
  // On several lines: `cdktf synth --hcl` writes a single-line string with quotes as invalid HCL.
  return JSON.stringify({ widgets }, null, 1);
}
