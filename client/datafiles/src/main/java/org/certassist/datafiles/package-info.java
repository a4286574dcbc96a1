/// What the program knows as data: kinds, regions' profiles and the driver catalogue, read from
/// JSON into core's records.
///
/// Start at [DataFileProfiles] and [DriverCatalogue]. A file is read strictly ([JsonFile]): an
/// unknown or missing member, a wrong type or too long a text is an error that names the file and
/// the place in it.
@NullMarked
package org.certassist.datafiles;

import org.jspecify.annotations.NullMarked;
