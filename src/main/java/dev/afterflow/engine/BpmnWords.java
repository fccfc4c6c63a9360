package dev.afterflow.engine;

import java.util.List;

/** The part of BPMN and of Camunda's extensions that our models may use; what is not here is refused. */
final class BpmnWords {

    private static final String GRAMMAR = """
            @base    id name
            @async   camunda:asyncBefore camunda:asyncAfter camunda:exclusive camunda:jobPriority camunda:modelerTemplate camunda:modelerTemplateVersion camunda:modelerTemplateIcon
            @task    id name default camunda:asyncBefore camunda:asyncAfter camunda:exclusive camunda:jobPriority camunda:modelerTemplate camunda:modelerTemplateVersion camunda:modelerTemplateIcon
            bpmn:definitions id name targetNamespace exporter exporterVersion
            bpmn:collaboration @base isClosed
            bpmn:participant @base processRef
            bpmn:messageFlow @base sourceRef targetRef messageRef
            bpmn:process @base isExecutable isClosed processType camunda:historyTimeToLive camunda:versionTag camunda:isStartableInTasklist camunda:jobPriority
            bpmn:laneSet @base
            bpmn:lane @base
            bpmn:flowNodeRef=LITERAL
            bpmn:documentation=LITERAL id textFormat
            bpmn:extensionElements
            bpmn:incoming=LITERAL
            bpmn:outgoing=LITERAL
            bpmn:startEvent @base @async isInterrupting
            bpmn:endEvent @base @async
            bpmn:intermediateCatchEvent @base @async
            bpmn:intermediateThrowEvent @base @async
            bpmn:boundaryEvent @base @async attachedToRef cancelActivity
            bpmn:messageEventDefinition id messageRef
            bpmn:signalEventDefinition id signalRef
            bpmn:errorEventDefinition id errorRef camunda:errorCodeVariable camunda:errorMessageVariable
            bpmn:escalationEventDefinition id escalationRef camunda:escalationCodeVariable
            bpmn:terminateEventDefinition id
            bpmn:timerEventDefinition id
            bpmn:timeDuration=VALUE id xsi:type=TYPE
            bpmn:timeDate=VALUE id xsi:type=TYPE
            bpmn:timeCycle=CYCLE id xsi:type=TYPE
            bpmn:serviceTask @task camunda:delegateExpression=DELEGATE
            bpmn:userTask @task camunda:candidateGroups=VALUE camunda:formRef camunda:formRefBinding camunda:dueDate=VALUE camunda:followUpDate=VALUE camunda:priority
            bpmn:receiveTask @task messageRef
            bpmn:businessRuleTask @task camunda:decisionRef camunda:decisionRefBinding camunda:resultVariable camunda:mapDecisionResult
            bpmn:callActivity @task calledElement camunda:calledElementBinding
            bpmn:subProcess @task triggeredByEvent
            bpmn:exclusiveGateway @base @async default gatewayDirection
            bpmn:inclusiveGateway @base @async default gatewayDirection
            bpmn:parallelGateway @base @async gatewayDirection
            bpmn:eventBasedGateway @base @async gatewayDirection
            bpmn:sequenceFlow @base sourceRef targetRef
            bpmn:conditionExpression=CONDITION id xsi:type=TYPE
            bpmn:multiInstanceLoopCharacteristics id isSequential camunda:asyncBefore camunda:asyncAfter camunda:exclusive
            bpmn:loopCardinality=COUNT id xsi:type=TYPE
            bpmn:completionCondition=CONDITION id xsi:type=TYPE
            bpmn:message @base
            bpmn:signal @base
            bpmn:error @base errorCode camunda:errorMessage
            bpmn:escalation @base escalationCode
            bpmn:textAnnotation id textFormat
            bpmn:text=LITERAL
            bpmn:association id sourceRef targetRef associationDirection
            bpmn:group id categoryValueRef
            bpmn:category @base
            bpmn:categoryValue id value
            camunda:properties
            camunda:property id name value
            camunda:in businessKey=CASE_NUMBER source target local
            camunda:out source target local
            camunda:inputOutput
            camunda:inputParameter=VALUE name
            camunda:outputParameter=VALUE name
            camunda:failedJobRetryTimeCycle=RETRIES
            bpmndi:BPMNDiagram id name documentation resolution
            bpmndi:BPMNPlane id bpmnElement
            bpmndi:BPMNShape id bpmnElement isHorizontal isExpanded isMarkerVisible isMessageVisible choreographyActivityShape
            bpmndi:BPMNEdge id bpmnElement sourceElement targetElement messageVisibleKind
            bpmndi:BPMNLabel id labelStyle
            bpmndi:BPMNLabelStyle id
            dc:Font name size isBold isItalic isUnderline isStrikeThrough
            dc:Bounds x y width height
            di:waypoint x y xsi:type=TYPE
            """;

    static final Words WORDS = new Words(GRAMMAR, List.of("modeler:", "bioc:", "color:"));

    private BpmnWords() {
    }
}
