package org.privacyrules.examples.glesys;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/** The customers who play a part in the tour: each is called once, so that the chapters do not disturb one another. */
final class Cast {

    private final Deque<Customer> waiting;

    Cast(List<Customer> customers) {
        waiting = new ArrayDeque<>(
                customers.stream().filter(customer -> !customer.hasLeft()).toList());
    }

    Customer fromSweden() {
        return next(Customer::livesInSweden);
    }

    Customer fromAbroad() {
        return next(customer -> !customer.livesInSweden());
    }

    private Customer next(Predicate<Customer> wanted) {
        Customer found = waiting.stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("too few people: start the tour with -Dpeople=200 or more"));
        waiting.remove(found);
        return found;
    }
}
