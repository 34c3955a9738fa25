import { functionNameOf } from './functionNameOf.ts';
import type { LocalSchedule } from './LocalSchedule.ts';
import type { LocalTemplateView } from './LocalTemplateView.ts';
import { Properties } from './Properties.ts';

type Template = Pick<LocalTemplateView, 'resources' | 'resolve' | 'physicalId'>;

interface RawTarget {
  readonly [member: string]: string;
  readonly Arn: string;
}

const scheduleOf = (
  properties: Properties,
  service: LocalSchedule['service'],
  target: { readonly Arn: string; readonly Input?: string },
): LocalSchedule => {
  const functionName = target.Arn.includes(':function:') ? functionNameOf(target.Arn) : undefined;
  return {
    path: properties.path,
    name: properties.ref,
    arn: properties.attribute('Arn'),
    expression: properties.text('ScheduleExpression'),
    timezone: properties.optional('ScheduleExpressionTimezone') ?? 'UTC',
    enabled: (properties.optional('State') ?? 'ENABLED') !== 'DISABLED',
    targetArn: target.Arn,
    ...(functionName === undefined ? {} : { functionName }),
    ...(target.Input === undefined ? {} : { input: target.Input }),
    service,
  };
};

/** Schedules of EventBridge Scheduler and timed rules of EventBridge, one entry a target. */
export const readSchedules = (template: Template): readonly LocalSchedule[] => {
  const ofScheduler = template.resources('AWS::Scheduler::Schedule').map((resource) => {
    const properties = new Properties(template, resource);
    const input = properties.optional('Target.Input');
    return scheduleOf(properties, 'scheduler', {
      Arn: properties.text('Target.Arn'),
      ...(input === undefined ? {} : { Input: input }),
    });
  });
  const ofRules = template.resources('AWS::Events::Rule').flatMap((resource) => {
    const properties = new Properties(template, resource);
    if (properties.optional('ScheduleExpression') === undefined) return [];
    return properties.list<RawTarget>('Targets').map((target) => scheduleOf(properties, 'events', target));
  });
  return [...ofScheduler, ...ofRules];
};
