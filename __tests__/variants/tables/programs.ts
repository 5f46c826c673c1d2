import { DataResource, type TerraformResource } from 'cdktf';
import { group } from '../addresses';
import type { ServiceStack } from '../../../stacks/service-stack';
import type { Family } from '../variant';

// Harmless if applied. An example of any program, such as one that opens a security group.
const command = 'true';

function runs(resource: TerraformResource): void {
  resource.provisioners = [{ type: 'local-exec', command }];
}

/** Resources that run programs while Terraform applies. */
export const programs: Family = {
  name: 'Programs that Terraform runs',
  variants: [
    {
      name: 'a resource of Terraform itself runs a program',
      change: (service: ServiceStack) => {
        runs(new DataResource(service, 'open', {}));
      },
      denied: [['TF-001', 'terraform_data.open', 'provisioner']],
    },
    {
      name: 'the group runs a program, by addOverride',
      change: (service: ServiceStack) => {
        service.webFleet.group.addOverride('provisioner', [{ 'local-exec': { command } }]);
      },
      denied: [['TF-001', group, 'provisioner']],
    },
    {
      name: 'a resource of Terraform itself runs nothing',
      change: (service: ServiceStack) => {
        new DataResource(service, 'quiet', {});
      },
    },
  ],
};
