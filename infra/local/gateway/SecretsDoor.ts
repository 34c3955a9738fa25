import { stableHex } from '../template/physicalName.ts';
import { keyNeeds } from './AccessCheck.ts';
import { type Answer, jsonAnswer } from './Answer.ts';
import type { Caller } from './Callers.ts';
import type { Operation } from './perform.ts';
import { refuse } from './refuse.ts';
import type { SecretStore } from './SecretStore.ts';

/** Secrets Manager, as far as functions use it: `GetSecretValue`. */
export class SecretsDoor {
  readonly #store: SecretStore;

  constructor(store: SecretStore) {
    this.#store = store;
  }

  understand(caller: Caller, operation: string, input: { readonly SecretId?: string }): Operation | Answer {
    if (operation !== 'GetSecretValue')
      return refuse('secretsmanager', {
        code: 'InvalidRequestException',
        message: `The local run does not know secretsmanager:${operation}.`,
      });
    const id = input.SecretId ?? '';
    const secret = this.#store.find(id);
    const resource = secret?.arn ?? id;
    return {
      caller,
      call: { caller: caller.name, service: 'secretsmanager', operation, resources: [resource], input },
      needs: [
        { action: 'secretsmanager:GetSecretValue', resource },
        ...keyNeeds(secret?.keyArn, 'secretsmanager', ['Decrypt']),
      ],
      execute: async () => this.#answer(id),
    };
  }

  #answer(id: string): Answer {
    const secret = this.#store.find(id);
    const value = this.#store.value(id);
    if (secret === undefined || value === undefined)
      return refuse('secretsmanager', {
        code: 'ResourceNotFoundException',
        message: "Secrets Manager can't find the specified secret.",
      });
    return jsonAnswer('secretsmanager', 200, {
      ARN: secret.arn,
      Name: secret.name,
      SecretString: value,
      VersionId: stableHex(value, 32),
      VersionStages: ['AWSCURRENT'],
    });
  }
}
