/// What a clerk is still filling in: kept at every change, so that no crash and no power cut costs
/// her a row.
@NullMarked
package org.certassist.core.draft;

import org.jspecify.annotations.NullMarked;
