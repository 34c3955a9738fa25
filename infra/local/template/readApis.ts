import { functionNameOf } from './functionNameOf.ts';
import type { LocalApi, LocalRoute } from './LocalApi.ts';
import type { CorsRule } from './LocalBucket.ts';
import type { LocalTemplateView } from './LocalTemplateView.ts';
import { Properties } from './Properties.ts';

type Template = Pick<LocalTemplateView, 'resources' | 'resolve' | 'physicalId'>;

const corsOf = (properties: Properties): CorsRule | undefined => {
  if (properties.json('CorsConfiguration') === undefined) return undefined;
  const maxAge = properties.json('CorsConfiguration.MaxAge');
  return {
    origins: properties.texts('CorsConfiguration.AllowOrigins'),
    methods: properties.texts('CorsConfiguration.AllowMethods'),
    allowHeaders: properties.texts('CorsConfiguration.AllowHeaders'),
    exposeHeaders: properties.texts('CorsConfiguration.ExposeHeaders'),
    ...(maxAge === undefined ? {} : { maxAgeSeconds: Number(maxAge) }),
  };
};

const protocolOf = (properties: Properties): LocalApi['protocol'] =>
  properties.text('ProtocolType') === 'WEBSOCKET' ? 'WEBSOCKET' : 'HTTP';

/** HTTP and WebSocket APIs with the names of their stages. */
export const readApis = (template: Template): readonly LocalApi[] => {
  const stages = template
    .resources('AWS::ApiGatewayV2::Stage')
    .map((resource) => new Properties(template, resource));
  return template.resources('AWS::ApiGatewayV2::Api').map((resource) => {
    const properties = new Properties(template, resource);
    const id = properties.ref;
    const cors = corsOf(properties);
    const routeSelection = properties.optional('RouteSelectionExpression');
    return {
      path: properties.path,
      id,
      name: properties.optional('Name') ?? resource.logicalId,
      protocol: protocolOf(properties),
      ...(routeSelection === undefined ? {} : { routeSelection }),
      stages: stages.filter((stage) => stage.text('ApiId') === id).map((stage) => stage.ref),
      ...(cors === undefined ? {} : { cors }),
    };
  });
};

/** Routes joined with their integrations. Only functions are integrated with. */
export const readRoutes = (template: Template): readonly LocalRoute[] => {
  const protocols = new Map(readApis(template).map((api) => [api.id, api.protocol]));
  const integrations = new Map(
    template.resources('AWS::ApiGatewayV2::Integration').map((resource) => {
      const properties = new Properties(template, resource);
      return [`${properties.text('ApiId')}/${properties.ref}`, properties];
    }),
  );
  return template.resources('AWS::ApiGatewayV2::Route').map((resource) => {
    const route = new Properties(template, resource);
    const apiId = route.text('ApiId');
    const target = route.text('Target').replace(/^integrations\//u, '');
    const integration = integrations.get(`${apiId}/${target}`);
    const functionName = functionNameOf(integration?.optional('IntegrationUri') ?? '');
    const protocol = protocols.get(apiId);
    if (integration === undefined || functionName === undefined || protocol === undefined)
      throw new Error(`${route.path}: leads to no function of this assembly`);
    return {
      path: route.path,
      apiId,
      protocol,
      routeKey: route.text('RouteKey'),
      functionName,
      payloadFormat: integration.optional('PayloadFormatVersion') === '2.0' ? '2.0' : '1.0',
      timeoutMs: integration.number('TimeoutInMillis', protocol === 'HTTP' ? 30_000 : 29_000),
      authorization: route.optional('AuthorizationType') ?? 'NONE',
    };
  });
};
