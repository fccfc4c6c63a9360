package dev.afterflow.remedies;

import dev.afterflow.cases.Cases;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All this room knows of a case, at once. */
@Component
class RemedyFolder {

    private final Cases cases;
    private final Liabilities liabilities;
    private final Recourses recourses;
    private final Remedies remedies;

    RemedyFolder(Cases cases, Liabilities liabilities, Recourses recourses, Remedies remedies) {
        this.cases = cases;
        this.liabilities = liabilities;
        this.recourses = recourses;
        this.remedies = remedies;
    }

    /** 404 outside the fence. */
    @Transactional(readOnly = true)
    RemedyView open(String caseNumber) {
        String number = cases.find(caseNumber).number();
        return RemedyView.of(liabilities.of(number), recourses.of(number), remedies.options(number), remedies.offer(number));
    }
}
