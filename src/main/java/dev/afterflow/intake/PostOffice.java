package dev.afterflow.intake;

import dev.afterflow.intake.Receipt.Line;
import dev.afterflow.intake.Receipt.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores a batch and hands it over in one transaction; when that fails, each row alone; what fails alone is parked. */
@Component
class PostOffice {

    /** Thrown by whoever follows a delivery to stop it: the batch is taken back and nothing is parked. */
    static class Stopped extends RuntimeException {
    }

    private static final Logger LOG = LoggerFactory.getLogger(PostOffice.class);
    private static final int TRIES = 3;

    private final JdbcMessages messages;
    private final TransactionTemplate transaction;

    PostOffice(JdbcMessages messages, PlatformTransactionManager transactions) {
        this.messages = messages;
        this.transaction = new TransactionTemplate(transactions);
    }

    List<Line> take(Sorting.Delivery delivery, Recipient recipient, List<Tray.Row> rows, List<Line> refused,
                    Consumer<List<Line>> also) {
        try {
            return transaction.execute(status -> together(delivery, recipient, rows, refused, also));
        } catch (Stopped e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.info("A batch of {} {} for {} is taken row by row: {}", rows.size(), delivery.kind(), delivery.shop(),
                    e.getClass().getSimpleName());
            return oneByOne(delivery, recipient, rows, refused, also);
        }
    }

    private List<Line> together(Sorting.Delivery delivery, Recipient recipient, List<Tray.Row> rows, List<Line> refused,
                                Consumer<List<Line>> also) {
        Map<String, Letter> fresh = messages.store(delivery, rows).stream()
                .collect(Collectors.toMap(Letter::externalId, Function.identity()));
        if (!fresh.isEmpty()) {
            recipient.accept(rows.stream().map(row -> fresh.get(row.id())).filter(letter -> letter != null).toList());
        }
        Stream<Line> taken = rows.stream().map(row -> line(row, fresh.containsKey(row.id())));
        List<Line> lines = Stream.concat(taken, refused.stream()).sorted(Comparator.comparingInt(Line::row)).toList();
        also.accept(lines);
        return lines;
    }

    private static Line line(Tray.Row row, boolean fresh) {
        return new Line(row.number(), row.id(), fresh ? Result.ACCEPTED : Result.DUPLICATE, List.of());
    }

    /** In the order of the delivery, so that whoever books rows as done books no later one before an earlier. */
    private List<Line> oneByOne(Sorting.Delivery delivery, Recipient recipient, List<Tray.Row> rows, List<Line> refused,
                                Consumer<List<Line>> also) {
        SortedMap<Integer, Supplier<List<Line>>> steps = new TreeMap<>();
        rows.forEach(row -> steps.put(row.number(), () -> alone(delivery, recipient, row, also)));
        refused.forEach(line -> steps.put(line.row(), () -> transaction.execute(status -> {
            also.accept(List.of(line));
            return List.of(line);
        })));
        List<Line> lines = new ArrayList<>();
        steps.values().forEach(step -> lines.addAll(step.get()));
        return lines;
    }

    private List<Line> alone(Sorting.Delivery delivery, Recipient recipient, Tray.Row row, Consumer<List<Line>> also) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.execute(status -> together(delivery, recipient, List.of(row), List.of(), also));
            } catch (Stopped e) {
                throw e;
            } catch (TransientDataAccessException | RecoverableDataAccessException | DataAccessResourceFailureException
                     | TransactionException e) {
                if (attempt == TRIES) {
                    throw e;
                }
            } catch (RuntimeException e) {
                return park(delivery, row, e, also);
            }
        }
    }

    private List<Line> park(Sorting.Delivery delivery, Tray.Row row, RuntimeException cause, Consumer<List<Line>> also) {
        LOG.warn("A message of {} for {} is parked", delivery.kind(), delivery.shop(), cause);
        return transaction.execute(status -> {
            boolean fresh = messages.park(delivery, row, told(cause));
            List<Line> lines = List.of(line(row, fresh));
            also.accept(lines);
            return lines;
        });
    }

    static String told(RuntimeException cause) {
        String text = cause.getClass().getSimpleName() + ": " + cause.getMessage();
        return text.replace('\0', ' ').substring(0, Math.min(text.length(), 1000));
    }
}
