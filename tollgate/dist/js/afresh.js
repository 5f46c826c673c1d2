'use strict';
var import_node_path2 = require('node:path');
var import_node_fs = require('node:fs'),
  import_node_path = require('node:path');
function removeDeployable(outdir) {
  (0, import_node_fs.rmSync)((0, import_node_path.join)(outdir, 'manifest.json'), { force: !0 });
  let stacks = (0, import_node_path.join)(outdir, 'stacks');
  if ((0, import_node_fs.existsSync)(stacks))
    for (let stack of (0, import_node_fs.readdirSync)(stacks))
      for (let file of ['cdk.tf.json', 'cdk.tf', 'metadata.json'])
        (0, import_node_fs.rmSync)((0, import_node_path.join)(stacks, stack, file), { force: !0 });
}
removeDeployable((0, import_node_path2.resolve)(process.env.CDKTF_OUTDIR ?? 'cdktf.out'));
