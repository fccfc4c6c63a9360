package dev.afterflow.tasks;

/** Which tasks are meant, by the skill they want and the skills of the asker. */
enum Fit {

    BOTH(""), MINE(" and i.skill = any (:skills)"), OTHERS(" and (i.skill is null or i.skill <> all (:skills))");

    private final String condition;

    Fit(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }
}
