/** Directions of the house. Each rule says what to do instead; test/architecture proves that each one bites. */

const outside = (...folders) => ({ pathNot: folders.map((folder) => `^${folder}`) });
const npm = '^node_modules/|^npm:';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circle',
      comment:
        'Two files that need each other are one thing or hide a third: name it and let both import it.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'domain-alone',
      comment: 'The domain is pure: pass what it needs as a value, or move the code to shared/application.',
      severity: 'error',
      from: { path: '^shared/domain/' },
      to: { ...outside('shared/domain/'), dependencyTypesNot: ['core'] },
    },
    {
      name: 'pure-without-io',
      comment:
        'Domain and dialog engine read no clock, file or network. Of what Node brings only hashing is allowed (node:crypto).',
      severity: 'error',
      from: { path: '^(shared/domain|bots/engine)/' },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    {
      name: 'contracts-know-domain-only',
      comment: 'Contracts are schemas over domain words: zod and shared/domain, nothing else.',
      severity: 'error',
      from: { path: '^shared/contracts/' },
      to: outside('shared/contracts/', 'shared/domain/', 'node_modules/zod/'),
    },
    {
      name: 'application-no-libraries',
      comment:
        'A use case says what it needs in ports.ts; the implementation belongs to shared/store or functions/outlets.',
      severity: 'error',
      from: { path: '^shared/application/' },
      to: outside('shared/application/', 'shared/contracts/', 'shared/domain/'),
    },
    {
      name: 'store-behind-ports',
      comment:
        'The store implements ports over DynamoDB. Rules belong to the domain, wiring to functions/wiring.',
      severity: 'error',
      from: { path: '^shared/store/' },
      to: {
        ...outside(
          'shared/store/',
          'shared/application/(?:cityPorts|ports)\\.ts$',
          'shared/contracts/',
          'shared/domain/',
          'node_modules/@aws-sdk/',
        ),
        dependencyTypesNot: ['core'],
      },
    },
    {
      name: 'city-reads-files-only',
      comment: 'A city folder is read, checked and published through ports; it knows no store and no cloud.',
      severity: 'error',
      from: { path: '^shared/city/', pathNot: '^shared/city/import/' },
      to: {
        ...outside(
          'shared/city/',
          'shared/application/(?:cityPorts|ports)\\.ts$',
          'shared/contracts/',
          'shared/domain/',
          'node_modules/(zod|yaml|csv-parse|flatbush)/',
        ),
        dependencyTypesNot: ['core'],
      },
    },
    {
      name: 'import-reads-formats-too',
      comment:
        'An import turns maps and spreadsheets into a city folder: the libraries that read them, and what shared/city may use.',
      severity: 'error',
      from: { path: '^shared/city/import/' },
      to: {
        ...outside(
          'shared/city/',
          'shared/contracts/',
          'shared/domain/',
          'node_modules/(@e965/xlsx|@streamparser/json|csv-parse|fflate|gcoord|shpjs)/',
        ),
        dependencyTypesNot: ['core'],
      },
    },
    {
      name: 'import-stays-at-the-desk',
      comment:
        'Importing is for the command line: nothing that is deployed or checks a city carries the readers of spreadsheets.',
      severity: 'error',
      from: { path: '^(functions|bots|shared)/', pathNot: '^shared/city/import/' },
      to: { path: '^shared/city/import/' },
    },
    {
      name: 'engine-knows-no-channel',
      comment:
        'The dialog engine is pure and knows no chat product: decode in bots/channels, decide in the engine.',
      severity: 'error',
      from: { path: '^bots/engine/' },
      to: { ...outside('bots/engine/', 'shared/contracts/', 'shared/domain/'), dependencyTypesNot: ['core'] },
    },
    {
      name: 'channels-apart',
      comment:
        'A channel decodes and encodes; it never uses another channel. Shared shapes go to shared/contracts.',
      severity: 'error',
      from: { path: '^bots/channels/([^/]+)/' },
      to: { path: '^bots/channels/', pathNot: '^bots/channels/$1/' },
    },
    {
      name: 'channels-know-no-cloud',
      comment: 'A channel host speaks to our HTTP doors. What needs AWS belongs to functions.',
      severity: 'error',
      from: { path: '^bots/' },
      to: { path: '^(functions|infra|shared/store|shared/city)/|^node_modules/(@aws-sdk|aws-cdk-lib)/' },
    },
    {
      name: 'handlers-apart',
      comment:
        'A handler is an entry point. What two of them share goes to functions/middleware, wiring or outlets.',
      severity: 'error',
      from: { path: '^functions/' },
      to: { path: '^functions/(http|queue|stream|schedule|console)/(?!html)' },
    },
    {
      name: 'functions-not-infra',
      comment: 'Deployed code never imports what deploys it, nor tests or benches.',
      severity: 'error',
      from: { path: '^(functions|shared|bots)/' },
      to: { path: '^(infra|test|bench)/' },
    },
    {
      name: 'infra-shares-shapes-only',
      comment:
        'The CDK app names functions by path and shares table shape and environment names with the code.',
      severity: 'error',
      from: {
        path: '^infra/(app|makeApp|synthesise|bundle|stage|functions|routes|phrases|root)\\.ts$|^infra/(stacks|constructs|nag)/',
      },
      to: {
        path: '^(functions|bots|shared|test|bench)/',
        pathNot: '^shared/contracts/(table|environment)\\.ts$',
      },
    },
    {
      name: 'aws-in-its-places',
      comment:
        'The AWS SDK is for shared/store, functions/wiring, functions/outlets, infra, test and bench. Elsewhere use a port.',
      severity: 'error',
      from: { pathNot: '^(shared/store|functions/wiring|functions/outlets|infra|test|bench)/' },
      to: { path: '^node_modules/@(aws-sdk|smithy)/' },
    },
    {
      name: 'nothing-from-dev',
      comment:
        'What is deployed uses dependencies, not devDependencies: move the package in package.json. Importing is not deployed.',
      severity: 'error',
      from: { path: '^(functions|shared|bots)/', pathNot: '^shared/city/import/' },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: '^node_modules/@types/',
      },
    },
    {
      name: 'is-declared',
      comment: 'Every package that is imported is named in package.json.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'is-found',
      comment: 'The file or package does not exist.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: npm },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
    exclude: { path: '\\.(yaml|csv|geojson)$' },
  },
};
