package org.certassist.core.helpdesk;

import org.certassist.core.driver.Product;

/// The kind of key that is plugged in, as a phone code tells it.
public sealed interface CodedDriver {
  /// No key is plugged in, or nobody looked.
  record None() implements CodedDriver {}

  /// One of the catalogue's products, by its number.
  ///
  /// @param number 1 to [Product#LARGEST_NUMBER]; of a product that only a newer catalogue has, too
  record Numbered(int number) implements CodedDriver {
    /// @throws IllegalArgumentException where no product can have that number
    public Numbered {
      if (number < 1 || number > Product.LARGEST_NUMBER) {
        throw new IllegalArgumentException("no product has the number " + number);
      }
    }
  }

  /// One that has no number in the catalogue.
  record Other() implements CodedDriver {}

  static CodedDriver of(Product product) {
    return product.number() == Product.NO_NUMBER ? new Other() : new Numbered(product.number());
  }
}
