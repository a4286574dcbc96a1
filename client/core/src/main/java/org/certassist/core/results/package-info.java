/// What a portal says of the rows of a declaration that went by its page: read from its list, held
/// against the declaration.
@NullMarked
package org.certassist.core.results;

import org.jspecify.annotations.NullMarked;
