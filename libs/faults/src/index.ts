export * from './fault';
export * from './choose-faults';
export * from './plant-faults';
