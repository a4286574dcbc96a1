/// The archive on disk: one SQLite file whose records are sealed one by one.
///
/// Start at [SqliteArchive]. [ArchiveOpening] finds or makes the file; [ArchiveLock] keeps a second
/// process out, [DataKey] guards the key file, [Schema] makes and migrates the tables, [Settings]
/// asserts what keeps acknowledged steps through a power loss. [ArchiveFile] is the file once it is
/// open, under histories, drafts and ticks alike; [Seal] encrypts a record and binds it to its
/// place, [StepCodec] and [DraftCodec] are the form of a step and of a draft inside the seal.
@NullMarked
package org.certassist.archive;

import org.jspecify.annotations.NullMarked;
