import { images } from '../../config/environments/images';
import { parseImageSettings } from '../../config/image-settings';
import { problemsOf } from './refusal';

const v1 = 'i-0123456789abcdef0';
const v2 = 'i-0fedcba9876543210';

test('images with consecutive versions are accepted unchanged, in any order', () => {
  const settings = { ...images, sources: { 'productos-api-v2': v2, 'productos-api-v1': v1 } };
  expect(parseImageSettings(settings)).toEqual(settings);
});

test('ten versions are counted as numbers', () => {
  const sources = Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`productos-api-v${index + 1}`, v1]));
  expect(parseImageSettings({ ...images, sources }).sources).toEqual(sources);
});

test('an older image that was taken out is refused', () => {
  expect(problemsOf(() => parseImageSettings({ ...images, sources: { 'productos-api-v2': v2 } }))).toEqual([
    {
      what: 'productos-api-image: sources has no "productos-api-v1", but a later version, "productos-api-v2"',
      why: 'removing a version deletes its image, so a rollback to that version becomes impossible',
      fix: 'add "productos-api-v1" again, or number the versions from v1 without a gap',
    },
  ]);
});

test('a malformed id of a source instance is refused', () => {
  expect(problemsOf(() => parseImageSettings({ ...images, sources: { 'productos-api-v1': 'web-server-1' } }))).toEqual([
    {
      what: 'productos-api-image: sources.productos-api-v1 is "web-server-1", which has an invalid format',
      why: 'AWS has no resource with such an id',
      fix: 'write the id as the AWS console shows it: "i-" and 8 or 17 hexadecimal digits',
    },
  ]);
});

test('an image whose name has no version is refused', () => {
  expect(problemsOf(() => parseImageSettings({ ...images, sources: { 'productos-api': v1 } }))).toEqual([
    {
      what: 'productos-api-image: sources has the key "productos-api", which has an invalid format',
      why: 'images are found by name, and the name consists of the service and a version',
      fix: 'use a name such as "productos-api-v1"',
    },
  ]);
});

test('no image at all is refused', () => {
  expect(problemsOf(() => parseImageSettings({ ...images, sources: {} }))).toEqual([
    {
      what: 'productos-api-image: sources is empty',
      why: 'the instances of the environments need at least one image',
      fix: 'name an image and its source instance, like { "productos-api-v1": "i-0123456789abcdef0" }',
    },
  ]);
});
