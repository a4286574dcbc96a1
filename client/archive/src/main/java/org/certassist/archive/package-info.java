/// The archive on disk: one SQLite file whose records are sealed one by one.
///
/// Start at [SqliteArchive]. [ArchiveLock] keeps a second process out, [DataKey] guards the key
/// file, [Schema] makes and migrates the tables, [Settings] asserts what keeps acknowledged steps
/// through a power loss, [Seal] encrypts a record and binds it to its place, [StepCodec] is the
/// form of a step inside the seal.
@NullMarked
package org.certassist.archive;

import org.jspecify.annotations.NullMarked;
