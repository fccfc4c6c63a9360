package dev.afterflow.engine;

import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.Variables;

/**
 * Lays the outputs of a decision table out as transient variables by their names, for the delegate that follows: the engine
 * drops them with the rule's step. All rows that hit, none or many of them, are {@code decisionRows}. A step that keeps one
 * value as a variable of its own is left alone.
 */
class DecisionOutputs extends AbstractBpmnParseListener {

    private static final ExecutionListener LAY_OUT = DecisionOutputs::layOut;

    @Override
    public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "resultVariable") == null) {
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, LAY_OUT);
        }
    }

    private static void layOut(DelegateExecution execution) {
        if (!(execution.getVariable("decisionResult") instanceof DmnDecisionResult result)) {
            return;
        }
        execution.setVariable("decisionRows", Variables.untypedValue(result, true));
        if (result.size() == 1) {
            result.getSingleResult().getEntryMap().forEach((output, value) ->
                    execution.setVariable(output, Variables.untypedValue(value, true)));
        }
    }
}
