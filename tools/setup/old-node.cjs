// Read by any Node at all, so nothing here is newer than 2015.
var major = Number(process.versions.node.split('.')[0]);
if (major < 18) {
  console.error('Holdout needs Node 18 or later to begin with; this is Node ' + process.versions.node + '.');
  process.exit(1);
}
