/// What CAs publish of their certificates, fetched over OkHttp: behind core's `StatusPublications`.
///
/// Start at [HttpPublications]. The addresses stand in certificates that strangers made, so
/// [AddressRules] says where this PC may be sent at all, and [Download] takes one bounded answer.
/// [KeptLists] are the lists that were found genuine. What comes back is bytes: nothing here reads
/// or believes them.
@NullMarked
package org.certassist.portal.publication;

import org.jspecify.annotations.NullMarked;
