import type { ImageSettings } from '../image-settings';

/** The machine images. A new version adds a line to `sources`; older lines stay. */
export const images: ImageSettings = {
  name: 'productos-api-image',
  region: 'us-east-1',
  backend: { kind: 'local', path: '../../../terraform.productos-api-image.tfstate' },
  sources: {
    // Replace by the id of the instance that runs the API, from EC2 > Instances.
    'productos-api-v1': 'i-0123456789abcdef0',
  },
};
