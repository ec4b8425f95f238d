// The pages that are opened, each written by the program under test.

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const onus = process.env.ONUS && resolve(process.env.ONUS);
if (!onus) throw new Error('ONUS must name the program under test');

export const folder = mkdtempSync(join(tmpdir(), 'onus-browser-'));

/** Runs the program; findings (exit code 1) and unreadable files (3) are what is wanted here. */
function run(name, args, cwd, expected) {
  const page = join(folder, `${name}.html`);
  const document = join(folder, `${name}.json`);
  const all = [...args, '--now', '2026-11-23', '--format', `html=${page}`, '--format', `json=${document}`];
  let code = 0;
  try {
    execFileSync(onus, all, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  } catch (error) {
    if (![1, 3].includes(error.status)) throw error;
    code = error.status;
  }
  if (code !== expected) throw new Error(`${name}: exit code ${code}, expected ${expected}`);
  return { page, document: JSON.parse(readFileSync(document, 'utf8')) };
}

function estate(name, files) {
  const root = join(folder, name);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** Names, keys and reasons that try to break out of where they stand, or to hide what is there. */
function hostile() {
  const sign = (code) => String.fromCodePoint(code);
  const keys = [
    '</script><script>window.broken = 1</script>',
    '</style><style>* { display: none !important }</style>',
    "' onmouseover='window.broken = 2",
    `a${sign(0x202e)}tfel${sign(0x202c)}b${sign(0x200b)}`,
    `e${sign(0x301).repeat(120)}`,
    sign(0x5d0).repeat(40),
    'very-long-'.repeat(300),
    'x'.repeat(3000),
  ];
  return estate('hostile', {
    'main.tf': `resource "aws_security_group" "admin" {
  for_each = toset(${JSON.stringify(keys)})
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # </pre><img src=x onerror="window.broken = 3">
  }
}
module "m" {
  source   = "./<b onclick=x>/m"
  for_each = toset(["<svg onload='window.broken = 4'>"])
}
`,
    'db.tf': `# onus: ignore[aws-rds-storage-encrypted] -- </p><script>window.broken = 5</script>
resource "aws_db_instance" "db" {
  skip_final_snapshot = true
}
`,
    '<b onclick=x>/m/main.tf': 'resource "aws_instance" "x" {\n  ami = "ami-1"\n}\n',
  });
}

/** 1,000 findings at 1,000 places. */
function thousand() {
  const service = (name) => `resource "aws_security_group" "${name}" {
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = var.${name}
  }
}
variable "${name}" {
  default = ["0.0.0.0/0"]
}
resource "aws_instance" "${name}" {
  ami = "ami-0123456789abcdef0"
}
`;
  const files = {};
  for (let module = 0; module < 10; module += 1) {
    const names = Array.from({ length: 50 }, (_, index) => `service_${module}_${index}`);
    files[`modules/m${module}/main.tf`] = names.map(service).join('\n');
  }
  const call = (_, index) => `module "m${index}" {\n  source = "./modules/m${index}"\n}\n`;
  files['main.tf'] = Array.from({ length: 10 }, call).join('\n');
  return estate('thousand', files);
}

const clean = () => estate('clean', { 'main.tf': 'resource "aws_sqs_queue" "q" {\n  sqs_managed_sse_enabled = true\n}\n' });
const broken = () => estate('broken', { 'main.tf': 'resource "aws_sqs_queue" "q" {}\n', 'bad.tf': 'locals {\n  a = "x\n}\n' });

export const reports = {
  webshop: run('webshop', ['check', 'testdata/webshop'], repository, 1),
  plan: run('plan', ['plan', 'plan.json'], join(repository, 'testdata/plans/gcp-update'), 1),
  modules: run('modules', ['matrix', '--by', 'module', 'testdata/webshop'], repository, 0),
  view: run('view', ['matrix', '--view', 'azure-classic', 'testdata/webshop'], repository, 0),
  hostile: run('hostile', ['check'], hostile(), 1),
  clean: run('clean', ['check', '--select', 'CKV_AWS_27'], clean(), 0),
  broken: run('broken', ['check'], broken(), 3),
  thousand: run(
    'thousand',
    ['check', '--select', 'network-ingress-open-ssh,aws-ec2-imdsv2'],
    thousand(),
    1,
  ),
};
