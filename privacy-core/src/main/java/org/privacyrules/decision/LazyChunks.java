package org.privacyrules.decision;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Streams of lists that are made when they are asked for, so that a long stream needs the memory of one list. */
final class LazyChunks {

    private LazyChunks() {}

    /** The elements in lists of at most {@code size}; closing the result closes the elements. */
    static <T> Stream<List<T>> of(Stream<T> elements, int size) {
        Iterator<T> source = elements.iterator();
        return stream(new Iterator<List<T>>() {
                    @Override
                    public boolean hasNext() {
                        return source.hasNext();
                    }

                    @Override
                    public List<T> next() {
                        List<T> chunk = new ArrayList<>(size);
                        chunk.add(source.next());
                        while (chunk.size() < size && source.hasNext()) {
                            chunk.add(source.next());
                        }
                        return chunk;
                    }
                })
                .onClose(elements::close);
    }

    /** Page after page, each made from the one before (an empty one at first), up to the first empty one. */
    static <T> Stream<List<T>> pages(UnaryOperator<List<T>> next) {
        return stream(new Iterator<>() {
            private List<T> page = List.of();
            private boolean fetched;

            @Override
            public boolean hasNext() {
                if (!fetched) {
                    page = next.apply(page);
                    fetched = true;
                }
                return !page.isEmpty();
            }

            @Override
            public List<T> next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                fetched = false;
                return page;
            }
        });
    }

    private static <T> Stream<T> stream(Iterator<T> iterator) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED | Spliterator.NONNULL), false);
    }
}
