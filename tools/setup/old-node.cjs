// Any version of Node must be able to run this, so it uses no syntax newer than 2015.
var major = Number(process.versions.node.split('.')[0]);
if (major < 18) {
  console.error(
    'Holdout needs Node 18 or later to start; this is Node ' + process.versions.node + '. Install a newer one.',
  );
  process.exit(1);
}
