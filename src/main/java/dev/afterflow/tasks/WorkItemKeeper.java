package dev.afterflow.tasks;

import dev.afterflow.cases.Case;
import dev.afterflow.cases.Cases;
import dev.afterflow.orders.Order;
import dev.afterflow.orders.Orders;
import dev.afterflow.security.People;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import dev.afterflow.security.Who;
import dev.afterflow.sla.Deadlines;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.stereotype.Component;

/** Keeps the list of open work true to the engine's tasks, in the engine's own transaction. */
@Component
class WorkItemKeeper {

    /** The engine's priority of a task whose model sets none; then the case's counts. */
    private static final int UNSET = 50;

    private final JdbcKeptItems items;
    private final Cases cases;
    private final Orders orders;
    private final Deadlines deadlines;
    private final People people;
    private final Shops shops;
    private final LiveSender live;

    WorkItemKeeper(JdbcKeptItems items, Cases cases, Orders orders, Deadlines deadlines, People people, Shops shops,
                   LiveSender live) {
        this.items = items;
        this.cases = cases;
        this.people = people;
        this.shops = shops;
        this.orders = orders;
        this.deadlines = deadlines;
        this.live = live;
    }

    /** A task of a process without a case has no place on the desk. */
    void created(DelegateTask task, String titleZh, String titleEn) {
        ExecutionEntity execution = (ExecutionEntity) task.getExecution();
        String number = execution.getProcessBusinessKey();
        Optional<Case> found = number == null ? Optional.empty() : cases.look(number);
        found.map(theCase -> item(task, execution, theCase, titleZh, titleEn)).ifPresent(item -> {
            items.insert(item);
            live.task(item, "created");
        });
    }

    /** The engine names people by login; whom nobody knows counts as the product itself. */
    void assigned(DelegateTask task) {
        String login = task.getAssignee();
        Who person = login == null ? null : Who.ifAny().filter(who -> who.login().equals(login))
                .or(() -> people.find(login)).orElse(Who.SYSTEM);
        items.assign(task.getId(), person == null ? null : person.id(), person == null ? null : person.name())
                .ifPresent(item -> live.task(item, person == null ? "released" : "claimed"));
    }

    void updated(DelegateTask task) {
        items.update(task.getId(), instant(task.getDueDate()), team(task))
                .ifPresent(item -> live.task(item, "due"));
    }

    void ended(DelegateTask task, String change) {
        items.remove(task.getId()).ifPresent(item -> live.task(item, change));
    }

    /** A buyer of another language than the shop's needs somebody who writes it; any other somebody who knows the platform. */
    private String skill(Case theCase, Optional<Order> order) {
        Shop shop = shops.find(theCase.shop()).orElse(null);
        String spoken = order.map(Order::buyer).map(Order.Buyer::language).map(tag -> Locale.forLanguageTag(tag).getLanguage()).orElse("");
        if (shop == null || spoken.isEmpty() || spoken.equals(Locale.forLanguageTag(shop.language()).getLanguage())) {
            return shop == null ? null : "platform:" + shop.platform();
        }
        return "language:" + spoken;
    }

    private WorkItem item(DelegateTask task, ExecutionEntity execution, Case theCase, String titleZh, String titleEn) {
        Optional<Order> order = theCase.orderId() == null ? Optional.empty()
                : orders.find(theCase.shop(), theCase.orderId());
        String buyer = order.map(Order::buyer).map(known -> known.masked().name()).orElse(null);
        int priority = task.getPriority() == UNSET ? theCase.priority() : task.getPriority();
        return new WorkItem(task.getId(), theCase.number(), theCase.shop(), task.getTaskDefinitionKey(), titleZh, titleEn,
                execution.getProcessDefinition().getKey(), team(task), null,
                due(task, theCase), priority,
                task.getCreateTime().toInstant(), 1, theCase.kind().name(), theCase.orderId(), buyer,
                theCase.askedAmount(), theCase.reasonText(), false, false, false, false, task.getProcessDefinitionId(),
                tags(theCase), null, null, skill(theCase, order));
    }

    private static List<String> tags(Case theCase) {
        return Stream.concat(theCase.risk().stream(), Stream.ofNullable(theCase.tier())).toList();
    }

    /** The model's own due date, else what {@code step-deadline} says for a step of the task's name; the engine then knows it too. */
    private Instant due(DelegateTask task, Case theCase) {
        if (task.getDueDate() == null) {
            Instant due = deadlines.of(theCase.shop(), task.getTaskDefinitionKey(), theCase.platformDeadline(),
                    task.getCreateTime().toInstant()).due();
            task.setDueDate(Date.from(due));
        }
        return instant(task.getDueDate());
    }

    private static String team(DelegateTask task) {
        return task.getCandidates().stream().map(IdentityLink::getGroupId).filter(group -> group != null).sorted()
                .findFirst().orElse("");
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }
}
