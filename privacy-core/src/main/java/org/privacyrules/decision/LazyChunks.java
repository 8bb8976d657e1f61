package org.privacyrules.decision;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.function.Predicate;
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

    /** Page after page, each made from the one before, up to the first that is empty. */
    static <T> Stream<T> pages(Function<Optional<T>, T> next, Predicate<T> isEmpty) {
        return stream(new Iterator<>() {
            private Optional<T> page = Optional.empty();
            private boolean fetched;

            @Override
            public boolean hasNext() {
                if (!fetched) {
                    page = Optional.of(next.apply(page));
                    fetched = true;
                }
                return page.filter(isEmpty.negate()).isPresent();
            }

            @Override
            public T next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                fetched = false;
                return page.orElseThrow();
            }
        });
    }

    static <T> Stream<T> stream(Iterator<T> iterator) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED | Spliterator.NONNULL), false);
    }
}
