/// The port to a portal: logging in, submitting, asking for an id, fetching row answers.
@NullMarked
package org.certassist.core.portal;

import org.jspecify.annotations.NullMarked;
