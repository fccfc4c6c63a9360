package dev.afterflow.tasks;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.ObjectProvider;

/** Passes what happens to a user task on to the keeper, in the engine's transaction. */
class UserTaskListener implements TaskListener {

    private final ObjectProvider<WorkItemKeeper> keeper;
    private final String titleZh;
    private final String titleEn;

    UserTaskListener(ObjectProvider<WorkItemKeeper> keeper, String titleZh, String titleEn) {
        this.keeper = keeper;
        this.titleZh = titleZh;
        this.titleEn = titleEn;
    }

    @Override
    public void notify(DelegateTask task) {
        WorkItemKeeper desk = keeper.getObject();
        switch (task.getEventName()) {
            case EVENTNAME_CREATE -> desk.created(task, titleZh, titleEn);
            case EVENTNAME_ASSIGNMENT -> desk.assigned(task);
            case EVENTNAME_UPDATE -> desk.updated(task);
            case EVENTNAME_COMPLETE -> desk.ended(task, "completed");
            case EVENTNAME_DELETE -> desk.ended(task, "gone");
            default -> throw new IllegalStateException("An event of a task nobody asked for: " + task.getEventName());
        }
    }
}
