import type { Backend } from './backend';
import { ConfigurationError } from './configuration-error';
import { imageSettingsSchema, problemsOfShape } from './schema';

/** The machine images (AMIs), which all environments share. */
export interface ImageSettings {
  /** Name of the stack. */
  readonly name: string;
  readonly region: string;
  readonly backend: Backend;
  /**
   * Source instance of each image: `{ 'productos-api-v1': 'i-…' }`. AWS takes the image without a reboot. A new version
   * adds an entry; older entries stay, so that a rollback is possible.
   */
  readonly sources: Readonly<Record<string, string>>;
}

/**
 * Checks the image settings.
 * @throws ConfigurationError with every problem: what is wrong, why it matters, how to fix it
 */
export function parseImageSettings(value: unknown): ImageSettings {
  const shape = problemsOfShape(imageSettingsSchema, value);
  if (shape.length > 0) throw new ConfigurationError(shape);
  const settings = value as ImageSettings;

  const versions = Object.keys(settings.sources)
    .map((image) => Number(image.slice(image.lastIndexOf('-v') + 2)))
    .sort((one, other) => one - other);
  const gap = versions.findIndex((version, index) => version !== index + 1);
  if (gap !== -1) {
    throw new ConfigurationError([
      {
        what: `${settings.name}: sources has no "productos-api-v${gap + 1}", but a later version, "productos-api-v${versions[gap]}"`,
        why: 'removing a version deletes its image, so a rollback to that version becomes impossible',
        fix: `add "productos-api-v${gap + 1}" again, or number the versions from v1 without a gap`,
      },
    ]);
  }
  return settings;
}
