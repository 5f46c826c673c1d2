import type { Backend } from './backend';
import { ConfigurationError } from './configuration-error';
import { imageSettingsSchema, problemsOfShape } from './schema';

/** The machine images (AMIs), which all environments share. */
export interface ImageSettings {
  /** The stack's name. */
  readonly name: string;
  readonly region: string;
  readonly backend: Backend;
  /**
   * The instance that each image is taken from, without a reboot: `{ 'productos-api-v1': 'i-…' }`. A new version is one
   * more entry; the older ones stay, being the way back.
   */
  readonly sources: Readonly<Record<string, string>>;
}

/**
 * Checks the image settings.
 * @throws ConfigurationError naming every problem: what is wrong, why it matters, how to fix it
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
        what: `${settings.name}: sources has no "productos-api-v${gap + 1}", although "productos-api-v${versions[gap]}" is there`,
        why: 'leaving a version out deletes its image, and with it the way back to that version',
        fix: `put "productos-api-v${gap + 1}" back, or number the versions from v1 without a gap`,
      },
    ]);
  }
  return settings;
}
