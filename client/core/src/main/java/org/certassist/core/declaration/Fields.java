package org.certassist.core.declaration;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The fields of a table, in one order for all its rows, so that a row is an array and yet is asked
/// by field.
public final class Fields {
  private final List<String> names;
  private final Map<String, Integer> places = new HashMap<>();

  /// @param names of several alike the last counts
  public Fields(List<String> names) {
    this.names = List.copyOf(names);
    for (int place = 0; place < names.size(); place++) {
      places.put(names.get(place), place);
    }
  }

  /// A row's values as a map that cannot be changed.
  ///
  /// @param values one for each field, in their order; null where the row has none; not copied, so
  ///   the caller keeps nothing of it
  public <V> Map<String, V> row(@Nullable V[] values) {
    return new Row<V>(this, values);
  }

  /// The same map where nobody can change it, else a copy.
  static <V> Map<String, V> unchanging(Map<String, V> map) {
    return map instanceof Row<V> ? map : Map.copyOf(map);
  }

  private static final class Row<V> extends AbstractMap<String, V> {
    private final Fields fields;
    private final @Nullable V[] values;

    Row(Fields fields, @Nullable V[] values) {
      this.fields = fields;
      this.values = values;
    }

    @Override
    public @Nullable V get(@Nullable Object field) {
      Integer place = fields.places.get(field);
      return place == null ? null : values[place];
    }

    @Override
    public boolean isEmpty() {
      for (V value : values) {
        if (value != null) {
          return false;
        }
      }
      return true;
    }

    @Override
    public boolean containsKey(@Nullable Object field) {
      return get(field) != null;
    }

    @Override
    public Set<Map.Entry<String, V>> entrySet() {
      List<Map.Entry<String, V>> there = new ArrayList<>(values.length);
      for (int place = 0; place < values.length; place++) {
        String field = fields.names.get(place);
        V value = get(field);
        if (value != null && fields.places.get(field) == place) {
          there.add(Map.entry(field, value));
        }
      }
      return new Entries<V>(there);
    }
  }

  private static final class Entries<V> extends AbstractSet<Map.Entry<String, V>> {
    private final List<Map.Entry<String, V>> entries;

    Entries(List<Map.Entry<String, V>> entries) {
      this.entries = List.copyOf(entries);
    }

    @Override
    public Iterator<Map.Entry<String, V>> iterator() {
      return entries.iterator();
    }

    @Override
    public int size() {
      return entries.size();
    }
  }
}
